package dev.segue.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.local.run.RunTally;
import dev.segue.local.system.LocalSystem;
import dev.segue.testkit.SampleLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A kill -9 of any process in the middle of a run of 20,000 tracks, and its restart, ends with the same catalogue as
/// an
/// undisturbed run.
@TestInstance(Lifecycle.PER_CLASS)
@Tag("faults")
class CrashIT {

    private static final int LIKED = 17_000;
    private static final int PLAYLISTS = 10;
    private static final int PER_PLAYLIST = 400;

    @TempDir
    private static Path temporary;

    private Path backup;
    private CatalogueContents undisturbed;
    private int tracks;

    @BeforeAll
    void runUndisturbed() throws IOException, SQLException {
        backup = Files.createDirectory(temporary.resolve("backup"));
        SampleLibrary.write(backup, LIKED, PLAYLISTS, PER_PLAYLIST, 42);
        try (WholeSystem system = WholeSystem.start(temporary.resolve("undisturbed"), backup)) {
            tracks = system.run((_, _) -> {}).detected();
            undisturbed = system.catalogue();
        }
        assertThat(tracks).isGreaterThanOrEqualTo(LIKED);
        assertThat(undisturbed.tracks()).hasSize(tracks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"detection-service", "metadata-service", "sync-service", "processing-service", "broker"})
    void killInTheMiddleEndsWithTheSameCatalogue(String victim) throws SQLException {
        try (WholeSystem system = WholeSystem.start(temporary.resolve(victim), backup)) {
            var killed = new AtomicBoolean();
            RunTally tally = system.run(killOnce(victim, inTheMiddle(victim), killed));

            assertThat(killed).as("before the end").isTrue();
            assertThat(tally.detected()).isEqualTo(tracks);
            assertThat(tally.processed()).isEqualTo(tracks);
            assertThat(tally.rejected()).isZero();
            CatalogueContents catalogue = system.catalogue();
            assertThat(difference(catalogue)).isEmpty();
            assertThat(catalogue).isEqualTo(undisturbed);
        }
    }

    /// The first rows that differ: a whole catalogue would be too much to print.
    private List<String> difference(CatalogueContents catalogue) {
        return Stream.of(CatalogueContents.all(catalogue), CatalogueContents.all(undisturbed))
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(row -> row, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(row -> row.getValue() != 2)
                .map(Map.Entry::getKey)
                .limit(6)
                .toList();
    }

    /// When a service has work before and behind it.
    private Predicate<RunTally> inTheMiddle(String service) {
        return switch (service) {
            case "detection-service" -> tally -> tally.detected() > 0;
            case "metadata-service" -> tally -> tally.described() > tracks / 10;
            case "sync-service" -> tally -> tally.written() > tracks / 4;
            default -> tally -> tally.processed() > tracks / 4;
        };
    }

    private BiConsumer<LocalSystem, RunTally> killOnce(String victim, Predicate<RunTally> now, AtomicBoolean killed) {
        return (system, tally) -> {
            if (now.test(tally) && tally.processed() < tracks && killed.compareAndSet(false, true)) {
                system.kill(victim);
                system.restart(victim);
            }
        };
    }
}
