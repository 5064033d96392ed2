package dev.segue.local.run;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks processing-service whether audio is being made. Of one track nothing else is heard before its end.
///
/// @param port  of processing-service, on loopback
/// @param token that it wants to see, where it wants one
public record AudioState(int port, Optional<String> token) implements Supplier<Optional<Waiting>> {

    private record Jobs(Map<String, String> open) {}

    /// What is waited for; empty if nothing is being made, or processing-service does not say.
    @Override
    public Optional<Waiting> get() {
        return new ServiceState(port, token)
                .at("/jobs", Jobs.class)
                .filter(jobs -> !jobs.open().isEmpty())
                .map(jobs -> new Waiting.ForAudio(jobs.open().size()));
    }
}
