package dev.segue.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.fact.TrackSynced.Outcome;
import dev.segue.local.run.RunTally;
import dev.segue.testkit.SampleLibrary;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same backup, taken through the whole system into SQL and into Notion.
class SameLibraryIT {

    private static final int LIKED = 80;
    private static final int PLAYLISTS = 4;
    private static final int IN_PLAYLIST = 30;
    private static final int TRACKS = LIKED + PLAYLISTS * IN_PLAYLIST / 2;

    @TempDir
    private Path temporary;

    @Test
    void theSameBackupGivesTheSameLibraryInSqlAndInNotionAndTwiceIsOnce() throws Exception {
        Path backup = temporary.resolve("backup");
        SampleLibrary.write(backup, LIKED, PLAYLISTS, IN_PLAYLIST, 7);
        Path home = temporary.resolve("notion");
        try (var workspace = new NotionWorkspace(home)) {
            SortedMap<String, LibraryRow> sql = sqlite(backup);
            try (WholeSystem system = WholeSystem.start(home, backup, workspace.settings())) {
                RunTally first = system.run((_, _) -> {});
                long firstLoad = workspace.calls();
                SortedMap<String, LibraryRow> once = LibraryRow.notion(workspace.tracks(), workspace.playlists());
                RunTally second = system.run((_, _) -> {});
                long again = workspace.calls();

                System.out.printf("%d tracks: %d calls of Notion, then %d%n", TRACKS, firstLoad, again);
                assertThat(first.synced(Outcome.CREATED)).isEqualTo(TRACKS);
                assertThat(once).isEqualTo(sql);
                assertThat(firstLoad).isLessThanOrEqualTo(TRACKS + PLAYLISTS + TRACKS / 100 + 5);
                assertThat(second.synced(Outcome.UNCHANGED)).isEqualTo(TRACKS);
                assertThat(again).isLessThanOrEqualTo(TRACKS / 100 + 1);
                assertThat(LibraryRow.notion(workspace.tracks(), workspace.playlists()))
                        .isEqualTo(once);
                assertThat(workspace.tracks()).hasSize(TRACKS);
            }
        }
    }

    private SortedMap<String, LibraryRow> sqlite(Path backup) throws Exception {
        try (WholeSystem system = WholeSystem.start(temporary.resolve("sql"), backup)) {
            system.run((_, _) -> {});
            SortedMap<String, LibraryRow> once = LibraryRow.sqlite(system.catalogueFile());
            system.run((_, _) -> {});

            assertThat(once).hasSize(TRACKS);
            assertThat(once.values()).anyMatch(row -> !row.places().isEmpty());
            assertThat(LibraryRow.sqlite(system.catalogueFile())).isEqualTo(once);
            return once;
        }
    }
}
