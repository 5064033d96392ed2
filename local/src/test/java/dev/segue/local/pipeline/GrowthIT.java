package dev.segue.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Track;
import dev.segue.library.csv.Backup;
import dev.segue.library.csv.CsvEntry;
import dev.segue.local.report.RunReport;
import dev.segue.local.run.RunTally;
import dev.segue.testkit.SampleLibrary;
import dev.segue.testkit.spotify.SpotifyStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// A library that has grown since its last export: what is asked of Spotify in each mode, and what the catalogue has.
///
/// The numbers are in `docs/performance.md`; with a real library: `-Dit.test=GrowthIT -Dsegue.corpus=DIRECTORY`.
@Tag("faults")
class GrowthIT {

    /// What came of one mode.
    private record Seen(String mode, long calls, RunReport report, Map<String, String> titles, long complete) {}

    @TempDir
    private Path temporary;

    @Test
    void madeUpLibraryIsDescribedAlikeInEveryModeAndTheBackupSavesCalls() throws Exception {
        Path older = temporary.resolve("older");
        Path newer = temporary.resolve("newer");
        SampleLibrary.write(older, 120, 0, 0, 7);
        SampleLibrary.write(newer, 160, 0, 0, 7);

        compare(older, newer);
    }

    @Test
    @EnabledIfSystemProperty(named = "segue.corpus", matches = ".+")
    void realLibraryIsDescribedAlikeInEveryModeAndTheBackupSavesCalls() throws Exception {
        Path exports = Path.of(System.getProperty("segue.corpus"), "csv", "exportify-watsonbox-2022");

        compare(alone(exports, "liked_2026-01-30.csv"), alone(exports, "liked_2026-02-05.csv"));
    }

    private Path alone(Path exports, String file) throws IOException {
        Path directory = Files.createDirectories(temporary.resolve("of-" + file));
        Files.copy(exports.resolve(file), directory.resolve("Liked_Songs.csv"));
        return directory;
    }

    private void compare(Path older, Path newer) throws Exception {
        Map<String, Track> known = tracks(older);
        List<Track> shown = List.copyOf(tracks(newer).values());
        long news = shown.stream()
                .filter(track -> !known.containsKey(track.id().toString()))
                .count();
        Seen apiOnly = detect("api-only", older, newer, shown);
        Seen csvFirst = detect("csv-first", older, newer, shown);
        Seen csvOnly = detect("csv-only", older, newer, shown);

        for (Seen one : List.of(apiOnly, csvFirst, csvOnly)) {
            System.out.printf(
                    "%s: %d tracks, %d of them new; %d calls, hit rate %.1f %%, %d complete%n",
                    one.mode(),
                    shown.size(),
                    news,
                    one.calls(),
                    100 * one.report().hitRate(),
                    one.complete());
        }
        assertThat(apiOnly.calls()).as("one refusal of a batch, then one each").isEqualTo(shown.size() + 1);
        assertThat(csvFirst.calls()).isEqualTo(news + 1);
        assertThat(csvOnly.calls()).isZero();
        assertThat(csvFirst.report().callsMade())
                .as("the report counts as the stand-in does")
                .isEqualTo(news + 1);
        assertThat(csvFirst.report().hitRate()).isEqualTo((shown.size() - news) / (double) shown.size());
        assertThat(csvFirst.titles()).isEqualTo(apiOnly.titles());
        assertThat(csvOnly.titles()).isEqualTo(apiOnly.titles());
        assertThat(List.of(apiOnly.complete(), csvFirst.complete(), csvOnly.complete()))
                .containsExactly((long) shown.size(), (long) shown.size(), shown.size() - news);
    }

    private Seen detect(String mode, Path older, Path newer, List<Track> shown) throws Exception {
        Path home = Files.createTempDirectory(temporary, mode);
        try (SpotifyStandIn spotify = SpotifyStandIn.start(0, newer);
                WholeSystem system =
                        WholeSystem.start(home, older, SpotifySettings.of(spotify, Map.of("SEGUE_LOOKUP", mode)));
                FollowedRun run = in(system, spotify, shown)) {
            RunTally tally = run.awaitEnd(shown.size());
            long complete = mode.equals("csv-only") ? tally.hits() : shown.size();
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> complete(system.catalogue()) == complete);
            CatalogueContents catalogue = system.catalogue();
            return new Seen(
                    mode,
                    SpotifySettings.calls(spotify),
                    RunReport.of(tally, Optional.empty(), 0, Duration.ZERO, Duration.ZERO),
                    titles(catalogue),
                    complete(catalogue));
        }
    }

    private static FollowedRun in(WholeSystem system, SpotifyStandIn spotify, List<Track> shown)
            throws IOException, InterruptedException {
        SpotifySettings.hurry(spotify);
        return FollowedRun.byHand(system, shown);
    }

    private static Map<String, Track> tracks(Path backup) {
        return Backup.at(backup).read().entries().stream()
                .map(CsvEntry::track)
                .filter(track -> track.id().toString().startsWith("spotify:"))
                .collect(Collectors.toMap(track -> track.id().toString(), Function.identity()));
    }

    private static long complete(CatalogueContents catalogue) throws SQLException {
        return catalogue.tracks().stream()
                .filter(row -> row.contains("complete=1"))
                .count();
    }

    /// What people know a track by; everything else differs between sides, and is merged field by field.
    private static Map<String, String> titles(CatalogueContents catalogue) {
        return catalogue.tracks().stream().collect(Collectors.toMap(GrowthIT::id, row -> cell(row, "title")));
    }

    private static String id(String row) {
        return cell(row, "id");
    }

    private static String cell(String row, String name) {
        return row.replaceAll("^.*?(?:\\[|, )" + name + "=", "").replaceAll(", [a-z_]+=.*$", "");
    }
}
