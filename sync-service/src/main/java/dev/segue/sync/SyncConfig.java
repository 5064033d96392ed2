package dev.segue.sync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// The settings of this service; `docs/configuration.md` has them all.
@ConfigMapping(prefix = "segue")
public interface SyncConfig {

    /// Where the library is written down.
    @WithDefault("sql")
    CatalogueKind catalogue();

    /// What becomes of a track that is the same recording as another.
    @WithDefault("mark")
    DuplicateRule duplicates();

    Sql sql();

    /// The SQL catalogue.
    interface Sql {

        /// JDBC URL of its database.
        @WithDefault("jdbc:sqlite:.segue/library.db")
        String url();
    }

    /// The catalogues there are.
    enum CatalogueKind {
        SQL,
        NOTION
    }
}
