package dev.segue.local.run;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks sync-service whether the catalogue is waited for.
///
/// @param port  of sync-service, on loopback
/// @param token that it wants to see, where it wants one
public record CatalogueState(int port, Optional<String> token) implements Supplier<Optional<Waiting>> {

    private record State(Optional<Instant> until, Optional<String> reason, Optional<Boolean> limited) {}

    /// What is waited for; empty if nothing is, or sync-service does not say.
    @Override
    public Optional<Waiting> get() {
        return waits().map(Waiting.class::cast);
    }

    /// The same for those who want to know until when.
    public Optional<Waiting.ForCatalogue> waits() {
        return new ServiceState(port, token).at("/catalogue/state", State.class).flatMap(CatalogueState::waiting);
    }

    private static Optional<Waiting.ForCatalogue> waiting(State state) {
        return state.until()
                .map(until -> new Waiting.ForCatalogue(
                        until, state.reason().orElse(""), state.limited().orElse(false)));
    }
}
