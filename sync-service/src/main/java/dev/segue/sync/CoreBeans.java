package dev.segue.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/// Puts the core together.
@ApplicationScoped
class CoreBeans {

    @Produces
    @Singleton
    Sync sync(Catalogue catalogue, SyncConfig config) {
        return new Sync(catalogue, config.duplicates(), Clock.systemUTC());
    }
}
