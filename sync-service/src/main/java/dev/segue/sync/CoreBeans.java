package dev.segue.sync;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Puts the core together.
@ApplicationScoped
class CoreBeans {

    private static final Logger LOG = Logger.getLogger(CoreBeans.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /// The catalogue of the settings. It is opened before anything else starts, or the start stops with one line.
    @Produces
    @Singleton
    Catalogue catalogue(@Any Instance<CatalogueOpening> openings, SyncConfig config) {
        Catalogue catalogue = openings.stream()
                .filter(opening -> opening.kind() == config.catalogue())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody opens " + config.catalogue()))
                .open();
        return new MeteredCatalogue(catalogue, config.catalogue());
    }

    void close(@Disposes Catalogue catalogue) {
        catalogue.close();
    }

    void on(@Observes @Priority(1) io.quarkus.runtime.StartupEvent start, Catalogue catalogue) {
        LOG.debugf("%s: the catalogue is %s", start, catalogue);
    }

    @Produces
    @Singleton
    CataloguePause pause() {
        return new CataloguePause(Clock.systemUTC());
    }

    @Produces
    @Singleton
    Sync sync(Catalogue catalogue, SyncConfig config) {
        return new Sync(catalogue, new SyncRules(config.duplicates(), config.playlists()), Clock.systemUTC());
    }

    @Produces
    @Singleton
    Remediations remediations(Catalogue catalogue, Knowledge knowledge, RemediationShelf shelf, SyncConfig config) {
        var rules = new SyncRules(config.duplicates(), config.playlists());
        return new Remediations(catalogue, knowledge, rules, shelf, Clock.systemUTC(), PAUSE);
    }

    void close(@Disposes Remediations remediations) {
        remediations.close();
    }

    void resume(@Observes io.quarkus.runtime.StartupEvent start, Remediations remediations) {
        LOG.debugf("%s: remediations that were interrupted go on", start);
        remediations.resume();
    }
}
