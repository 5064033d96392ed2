package dev.segue.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void whatTakesMuchMemoryToEndEndsAloneAndTheBrokerLast() {
        ChildSpec broker = spec("broker", true);
        ChildSpec detection = spec("detection-service", false);
        ChildSpec metadata = spec("metadata-service", true);
        ChildSpec sync = spec("sync-service", false);
        ChildSpec processing = spec("processing-service", true);
        var home = new Home(Path.of(""), Path.of(""));

        var plan = new Plan(home, "run", Optional.empty(), List.of(broker, detection, metadata, sync, processing));

        assertThat(plan.inOrderOfTheirEnd())
                .containsExactly(List.of(detection, sync), List.of(metadata), List.of(processing), List.of(broker));
    }

    private static ChildSpec spec(String name, boolean endsAlone) {
        return new ChildSpec(name, 0, List.of(), Map.of(), () -> true, endsAlone);
    }
}
