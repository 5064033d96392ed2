package dev.segue.processing;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Puts the core together.
class CoreBeans {

    @Produces
    @Singleton
    Processing processing(ProcessingConfig config, Inbox inbox, Shelf shelf) {
        return new Processing(config.duplicates(), inbox, shelf);
    }

    @Produces
    @Singleton
    Tally tally() {
        return new Tally();
    }
}
