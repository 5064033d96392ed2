package dev.segue.sync.sql;

import dev.segue.sync.Catalogue;
import dev.segue.sync.CatalogueOpening;
import dev.segue.sync.SyncConfig;
import dev.segue.sync.SyncConfig.CatalogueKind;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
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
        return opened(config.sql());
    }

    /// A server that is away now is waited for; everything else stops the start.
    ///
    /// @throws ConfigurationException with the one line, if the database cannot be used
    static SqlCatalogue opened(SyncConfig.Sql settings) {
        try {
            return opened(Database.of(settings));
        } catch (IllegalArgumentException notOurs) {
            throw new ConfigurationException(notOurs.getMessage());
        }
    }

    static SqlCatalogue opened(Database database) {
        var catalogue = new SqlCatalogue(database);
        try {
            catalogue.start();
        } catch (SQLException unusable) {
            Trouble trouble = database.trouble(unusable);
            String line = "the catalogue " + database.shown() + " cannot be used: " + trouble.reason();
            catalogue.close();
            if (!(database instanceof PostgresServer) || trouble.kind() != Trouble.Kind.PASSING) {
                throw new ConfigurationException(line + ". " + database.remedy());
            }
            System.getLogger(SqlOpening.class.getName()).log(System.Logger.Level.WARNING, line + "; it is waited for");
        }
        return catalogue;
    }
}
