package dev.segue.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.segue.testkit.Broker;
import dev.segue.testkit.BrokerSettings;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class TopicsCheckTest {

    @Test
    void aTopicThatSomebodyHasChangedIsNamedUntilItIsChangedBack() throws Exception {
        try (Broker broker = Broker.start(BrokerSettings.passing());
                Admin admin = Admin.create(broker.clientSettings())) {
            var check = new TopicsCheck(broker.clientSettings());
            check.look();
            assertThat(check.call().getStatus()).isEqualTo(Status.UP);

            cleanup(admin, "delete");
            await().until(() -> look(check) == Status.DOWN);

            assertThat(check.call().getData())
                    .contains(Map.of("differences", "track-fetched has cleanup.policy=delete instead of compact"));
            cleanup(admin, "compact");
            await().until(() -> look(check) == Status.UP);
        }
    }

    /// The broker knows of a change a moment later.
    private static Status look(TopicsCheck check) {
        check.look();
        return check.call().getStatus();
    }

    private static void cleanup(Admin admin, String policy) throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, "track-fetched");
        var change = new AlterConfigOp(new ConfigEntry("cleanup.policy", policy), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(topic, List.of(change))).all().get();
    }
}
