package dev.segue.sync.sql;

import dev.segue.sync.Catalogue;
import dev.segue.sync.SyncConfig;
import dev.segue.sync.SyncConfig.CatalogueKind;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/// Opens the catalogue before anything else starts, or stops the start with one line that says why.
@ApplicationScoped
class CatalogueOpening {

    @Produces
    @Singleton
    SqlCatalogue catalogue(SyncConfig config) {
        if (config.catalogue() != CatalogueKind.SQL) {
            throw new ConfigurationException("segue.catalogue=notion is not built yet: this version accepts sql");
        }
        return opened(config.sql().url());
    }

    void close(@Disposes SqlCatalogue catalogue) {
        catalogue.close();
    }

    void on(@Observes @Priority(1) StartupEvent start, Catalogue catalogue) {
        catalogue.summary();
    }

    /// @throws ConfigurationException with the one line, if the database cannot be used
    static SqlCatalogue opened(String url) {
        try {
            var catalogue = new SqlCatalogue(new Database(url));
            catalogue.start();
            return catalogue;
        } catch (IllegalArgumentException notOurs) {
            throw new ConfigurationException(notOurs.getMessage());
        } catch (UncheckedIOException noDirectory) {
            throw new ConfigurationException("the catalogue's directory cannot be made: " + noDirectory.getMessage());
        } catch (SQLException unusable) {
            throw new ConfigurationException("the catalogue " + new Database(url).shown() + " cannot be used: "
                    + Trouble.reason(unusable) + ". Move the file away (a new one is then filled from the next run),"
                    + " or name another by segue.sql.url");
        }
    }
}
