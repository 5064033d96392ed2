package dev.segue.local.pipeline;

import dev.segue.library.Placement;
import dev.segue.library.csv.Backup;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.fact.Lookup;
import dev.segue.library.fact.Provenance;
import dev.segue.library.fact.TrackEnriched;
import dev.segue.testkit.SampleLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// A made-up library as metadata-service would tell it.
final class EnrichedSample {

    private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");
    private static final int SEED = 42;

    private EnrichedSample() {}

    /// @param directory that the backup is written to
    static List<TrackEnriched> facts(Path directory, int liked, int playlists, int inPlaylist) throws IOException {
        SampleLibrary.write(directory, liked, playlists, inPlaylist, SEED);
        Iterable<CsvEntry> entries = Backup.at(directory).read().entries();
        return StreamSupport.stream(entries.spliterator(), false)
                .map(EnrichedSample::fact)
                .toList();
    }

    private static TrackEnriched fact(CsvEntry entry) {
        return new TrackEnriched(
                entry.track(),
                Lookup.HIT,
                Provenance.all(Provenance.Origin.CSV),
                true,
                entry.liked(),
                entry.placements(),
                Optional.empty(),
                THEN);
    }

    static TrackEnriched placed(TrackEnriched fact, List<Placement> places) {
        return new TrackEnriched(
                fact.track(),
                fact.lookup(),
                fact.provenance(),
                fact.complete(),
                fact.liked(),
                places,
                fact.duplicateOf(),
                fact.at());
    }
}
