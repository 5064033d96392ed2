package dev.segue.detection;

import dev.segue.library.fact.ApiStatus.Api;
import java.util.Optional;
import java.util.function.Supplier;

/// A right that is fetched when it is needed first, or when the API did not accept it.
public abstract class HeldToken implements AccessTokens {

    private final Supplier<Access> fetch;
    private Optional<Access> held = Optional.empty();

    protected HeldToken(Supplier<Access> fetch) {
        this.fetch = fetch;
    }

    @Override
    public synchronized Access access(Api api) {
        Access access = held.orElseGet(fetch);
        held = Optional.of(access);
        return access;
    }

    @Override
    public synchronized void refused(Api api, String token) {
        held = Optional.empty();
    }
}
