package dev.segue.testkit;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The `server.properties` of a broker that is alone in its cluster, on a small machine, for one person.
final class BrokerConfiguration {

    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    private BrokerConfiguration() {}

    static Map<String, String> of(Path directory, int port, int controllerPort) {
        var properties = new HashMap<String, String>();
        properties.put("log.dir", directory.toString());
        properties.putAll(oneNode(port, controllerPort));
        properties.putAll(oneReplica());
        properties.putAll(smallMachine());
        properties.putAll(quickStart());
        return properties;
    }

    /// Broker and controller in one, reachable from this machine only.
    private static Map<String, String> oneNode(int port, int controllerPort) {
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE),
                "controller.quorum.voters",
                NODE + "@127.0.0.1:" + controllerPort,
                "controller.listener.names",
                CONTROLLER,
                "inter.broker.listener.name",
                "PLAINTEXT",
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://localhost:" + port,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "auto.create.topics.enable",
                "false");
    }

    private static Map<String, String> oneReplica() {
        return Map.of(
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1");
    }

    /// The defaults are made for servers: 128 MiB to clean with, 10 MiB of index a segment, a dozen thread pools.
    private static Map<String, String> smallMachine() {
        return Map.ofEntries(
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "3"),
                Map.entry("num.replica.fetchers", "1"),
                Map.entry("num.recovery.threads.per.data.dir", "2"),
                Map.entry("background.threads", "2"),
                Map.entry("group.coordinator.threads", "1"),
                Map.entry("share.coordinator.threads", "1"),
                Map.entry("log.cleaner.threads", "1"),
                Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20)),
                Map.entry("log.cleaner.io.buffer.size", Integer.toString(128 << 10)),
                Map.entry("log.index.size.max.bytes", Integer.toString(1 << 20)),
                Map.entry("log.segment.bytes", Integer.toString(128 << 20)),
                Map.entry("offsets.topic.segment.bytes", Integer.toString(8 << 20)));
    }

    /// There is nobody to wait for: no other voter, no other member, no other replica.
    private static Map<String, String> quickStart() {
        return Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "controller.quorum.election.timeout.ms", "50",
                "controller.quorum.election.backoff.max.ms", "50",
                "controller.quorum.fetch.timeout.ms", "500",
                "broker.heartbeat.interval.ms", "500",
                // after a kill -9 the node refuses itself as a duplicate for so long
                "broker.session.timeout.ms", "4000");
    }
}
