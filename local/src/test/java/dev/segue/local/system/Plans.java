package dev.segue.local.system;

import dev.segue.local.system.FakeProcess.Manner;
import dev.segue.testkit.FreePort;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Plans of fakes.
final class Plans {

    static final StartProgress SILENT = new StartProgress() {
        @Override
        public void cleanedUp(int processes) {}

        @Override
        public void starting(String name) {}

        @Override
        public void ready(String name, Duration after) {}

        @Override
        public void waiting(Duration since) {}
    };

    private Plans() {}

    /// A broker and a service that behave.
    static Plan good(Home home) {
        return of(home, Manner.GOOD);
    }

    /// A broker that behaves, and a service of some manner.
    static Plan of(Home home, Manner manner) {
        return new Plan(
                home,
                "up",
                Optional.empty(),
                List.of(
                        FakeProcess.spec("broker", FreePort.find(), Manner.GOOD),
                        FakeProcess.spec("metadata-service", FreePort.find(), manner)));
    }
}
