package dev.segue.local.system;

import dev.segue.library.fact.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/// A broker is ready when it has the topics; those that are lacking are created.
record BrokerProbe(int port) implements Probe {

    private static final int CONNECT_MS = 500;
    private static final int PATIENCE_MS = 5_000;

    @Override
    public boolean ready() {
        return listens(port) && hasTopics();
    }

    static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean hasTopics() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", "localhost:" + port,
                "request.timeout.ms", PATIENCE_MS,
                "default.api.timeout.ms", PATIENCE_MS);
        try (Admin admin = Admin.create(settings)) {
            Topics.create(admin);
            return true;
        } catch (KafkaException notYet) {
            return false;
        } catch (IllegalStateException different) {
            throw new Failure("broker: " + different.getMessage(), different);
        }
    }
}
