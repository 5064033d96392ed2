package dev.segue.sync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// The settings of this service; `docs/configuration.md` has them all.
@ConfigMapping(prefix = "segue")
public interface SyncConfig {

    /// Where the library is written down.
    @WithDefault("sql")
    CatalogueKind catalogue();

    /// What becomes of a track that is the same recording as another.
    @WithDefault("mark")
    DuplicateRule duplicates();

    /// What becomes of a track's place in a playlist that it has left.
    @WithDefault("mirror")
    LeavingRule playlists();

    Sql sql();

    Notion notion();

    Metadata metadata();

    Remediation remediation();

    /// Who is asked what is known of tracks.
    interface Metadata {

        /// Where metadata-service is.
        @WithDefault("http://localhost:8082")
        String baseUrl();
    }

    /// What becomes of the reports.
    interface Remediation {

        /// Where they are kept.
        @WithDefault(".segue/remediations")
        String directory();
    }

    /// The SQL catalogue.
    interface Sql {

        /// JDBC URL of its database.
        @WithDefault("jdbc:sqlite:.segue/library.db")
        String url();

        /// Who logs in to PostgreSQL.
        Optional<String> user();

        /// That user's password.
        Optional<String> password();
    }

    /// The catalogue in Notion.
    interface Notion {

        /// The integration's token.
        Optional<String> token();

        /// The id of the data source of tracks, or of a database that has but one.
        Optional<String> dataSource();

        /// Where the API is.
        @WithDefault("https://api.notion.com/v1")
        String baseUrl();

        /// How many calls a second it may be asked on average.
        @WithDefault("3")
        int perSecond();

        /// Which property holds what, where it is not called as Segue calls it: `tempo=BPM,title=Song`.
        Optional<String> properties();

        /// Where the ids of its properties and what was under way are kept.
        @WithDefault(".segue/notion.json")
        String stateFile();
    }

    /// The catalogues there are.
    enum CatalogueKind {
        SQL,
        NOTION
    }
}
