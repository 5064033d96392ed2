package dev.segue.sync.sql;

import dev.segue.sync.Catalogue;
import dev.segue.sync.CatalogueOpening;
import dev.segue.sync.SyncConfig;
import dev.segue.sync.SyncConfig.CatalogueKind;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/// Opens the database, or says in one line why it cannot be used.
@ApplicationScoped
class SqlOpening implements CatalogueOpening {

    private final SyncConfig config;

    SqlOpening(SyncConfig config) {
        this.config = config;
    }

    @Override
    public CatalogueKind kind() {
        return CatalogueKind.SQL;
    }

    @Override
    public Catalogue open() {
        return opened(config.sql().url());
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
