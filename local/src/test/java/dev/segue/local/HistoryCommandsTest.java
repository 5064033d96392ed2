package dev.segue.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Hint;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.export.PlaylistCsv;
import dev.segue.library.fact.Wire;
import dev.segue.local.history.ServedAnswers;
import dev.segue.local.system.Home;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// `history`, `trends` and `export` against a service that answers as metadata-service does.
@Isolated("replaces standard output and error")
class HistoryCommandsTest {

    private static final String CHANGES = """
            {"playlist":"Warm up","from":{"takenAt":"2026-01-30T10:00:00Z","source":"a/Warm_up.csv","tracks":1200},\
            "to":{"takenAt":"2026-02-05T10:00:00Z","source":"observed","tracks":1201},\
            "added":[{"position":2,"id":"spotify:4uLU6hMCjMI75M1A2tKUQC","title":"Night\\u001b[31m Bus","artists":["Mara Lind"]},\
            {"position":3,"id":"spotify:7ouMYWpwJ422jRcDASZB7P","artists":[]}],\
            "removed":[],"unchanged":1198,\
            "modified":[{"position":4,"id":"spotify:4uLU6hMCjMI75M1A2tKUQD","title":"Side Street","artists":["Olu"],\
            "fields":[{"field":"album","from":"One","to":"Two"}]}],\
            "moved":[{"from":7,"to":1,"id":"spotify:4uLU6hMCjMI75M1A2tKUQE","title":"Far","artists":["A","B"]}]}""";
    private static final String TRENDS = """
            {"snapshots":[{"takenAt":"2026-01-30T10:00:00Z","tracks":1200,"tempo":{"mean":120.5,"median":118.0,"known":3},\
            "genres":[{"name":"pop","tracks":3}],"decades":[{"decade":1990,"tracks":5}]}],\
            "additions":[{"month":"2026-01","tracks":12}],"artists":[{"name":"Mara Lind","tracks":7}]}""";

    @TempDir
    Path directory;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private final ServedAnswers metadata = new ServedAnswers();

    @BeforeEach
    void listen() throws IOException {
        System.setOut(new PrintStream(printed, true, UTF_8));
        System.setErr(new PrintStream(complained, true, UTF_8));
        Files.createDirectory(directory.resolve(".segue"));
        Files.writeString(directory.resolve(".segue/processes.json"), """
                {"instance":"6dcd3b5e-5b1a-4b8e-9a51-0d3e64c2b0a7","mode":"up","launcher":1,"ready":true,
                 "children":[{"name":"metadata-service","pid":1,"port":%d}]}""".formatted(metadata.port()));
    }

    @AfterEach
    void listenNoMore() {
        System.setOut(out);
        System.setErr(err);
        metadata.close();
    }

    @Test
    void historyIsATableWithoutAnythingThatSteersTheTerminal() {
        metadata.with("/playlists/Warm%20up/changes?from=2026-01-30&to=observed", 200, CHANGES);

        assertThat(segue("history", "Warm up", "--from", "2026-01-30", "--to", "observed"))
                .isZero();

        assertThat(text())
                .contains("2 added, 0 removed, 1 modified, 1 moved, 1,198 unchanged")
                .contains("from  2026-01-30T10:00:00Z  a/Warm_up.csv  1,200  tracks")
                .contains("2  Night�[31m Bus")
                .contains("3  spotify:7ouMYWpwJ422jRcDASZB7P")
                .contains("album")
                .contains("One → Two")
                .contains("7 → 1  Far  A, B")
                .doesNotContain("\u001b")
                .doesNotContain("\n  removed");
    }

    @Test
    void historyAsJsonIsOneObjectOnOneLine() throws IOException {
        metadata.with("/playlists/Warm%20up/changes", 200, CHANGES);

        assertThat(segue("history", "Warm up", "--json")).isZero();

        assertThat(text()).hasLineCount(1);
        assertThat(Wire.json().readTree(text()).path("unchanged").asInt()).isEqualTo(1198);
    }

    @Test
    void trendsAreATable() {
        metadata.with("/trends", 200, TRENDS);

        assertThat(segue("trends")).isZero();

        assertThat(text())
                .contains("The whole library")
                .contains("2026-01-30   1,200    118       –  pop 3")
                .contains("2026-01  12  ▇")
                .contains("Mara Lind  7");
    }

    @Test
    void trendsOfOnePlaylistAsJson() {
        metadata.with("/trends?playlist=Liked%20Songs", 200, TRENDS);

        assertThat(segue("trends", "Liked Songs", "--json")).isZero();

        assertThat(text().strip()).isEqualTo(TRENDS);
    }

    @Test
    void anExportGoesToStandardOutput() {
        metadata.with("/export/%E5%A4%9C%2F%3F.csv", 200, "\uFEFFTrack URI\n");

        assertThat(segue("export", "夜/?")).isZero();

        assertThat(text()).isEqualTo("\uFEFFTrack URI\n");
    }

    @Test
    void anExportIsWrittenWholeToAFile() throws IOException {
        metadata.with("/export.csv", 200, "Track URI\n").with("/export.zip", 200, "a zip");
        Path file = Files.writeString(directory.resolve("all.csv"), "the one before");

        assertThat(segue("export", "--all", "-o", file.toString())).isZero();
        assertThat(segue("export", "--all", "-o", directory.resolve("all.ZIP").toString()))
                .isZero();

        assertThat(file).hasContent("Track URI\n");
        assertThat(directory.resolve("all.ZIP")).hasContent("a zip");
        assertThat(text()).isEmpty();
        assertNoDrafts();
    }

    @Test
    void aRefusalIsTheServicesOwnLineAndLeavesTheFileAsItWas() throws IOException {
        metadata.with("/export/nowhere.csv", 404, "{\"title\":\"Not Found\",\"detail\":\"there is no playlist\"}");
        Path file = Files.writeString(directory.resolve("all.csv"), "the one before");

        assertThat(segue("export", "nowhere", "-o", file.toString())).isEqualTo(1);

        assertThat(complaint()).isEqualTo("segue: there is no playlist");
        assertThat(file).hasContent("the one before");
        assertNoDrafts();
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() {
        metadata.with("/export.csv", 200, "Track URI\n");

        assertThat(segue("export", "--all", "-o", directory.toString())).isEqualTo(1);
        assertThat(segue(
                        "export",
                        "--all",
                        "-o",
                        directory.resolve("nowhere/all.csv").toString()))
                .isEqualTo(1);

        assertThat(complaint())
                .contains("is a directory")
                .contains("cannot write")
                .hasLineCount(2);
    }

    @Test
    void withoutAServiceOneLineSaysSo() throws IOException {
        metadata.close();
        assertThat(segue("trends")).isEqualTo(1);
        Files.delete(directory.resolve(".segue/processes.json"));
        assertThat(segue("history", "Mix")).isEqualTo(1);

        assertThat(complaint())
                .contains("metadata-service does not answer on port " + metadata.port())
                .contains("nothing is running here: start it with ./segue up")
                .hasLineCount(2);
    }

    @Test
    void aBackupOfNothingReadableIsNamedAndNoExportIsWritten() throws IOException {
        Path backup = Files.createDirectory(directory.resolve("nothing"));
        Files.writeString(backup.resolve("notes.csv"), "milk,eggs\n");
        Path export = directory.resolve("export.zip");

        assertThat(segue("export", "--all", "-o", export.toString(), "--backup", backup.toString()))
                .isEqualTo(1);

        assertThat(complaint())
                .contains("nothing in " + backup + " can be read: notes.csv cannot be read: no known header")
                .hasLineCount(1);
        assertThat(export).doesNotExist();
    }

    @Test
    void aBackupAnswersWithoutARunningSystem() throws IOException {
        metadata.close();
        Path backup = directory.resolve("backup");
        export(backup.resolve("2026-01-13/Mix.csv"), 'a', 'b');
        export(backup.resolve("2026-02-13/Mix.csv"), 'b', 'c');
        Path again = Files.createDirectory(directory.resolve("again"));

        assertThat(segue("history", "mix", "--backup", backup.toString(), "--json"))
                .isZero();
        assertThat(text())
                .contains("\"added\":[{\"position\":2,\"id\":\"spotify:cccccccccccccccccccccc\",\"title\":\"Song c\"")
                .contains("\"unchanged\":1,\"modified\":[],\"moved\":[]}")
                .hasLineCount(1);
        assertThat(segue("trends", "--backup", backup.toString())).isZero();
        assertThat(text()).contains("2026-02-13       2");
        assertThat(segue("export", "--all", "--backup", backup.toString(), "-o", again + "/all.zip"))
                .isZero();
        assertThat(segue("export", "Mix", "--backup", backup.toString(), "-o", again + "/Mix.csv"))
                .isZero();
        assertThat(Files.getLastModifiedTime(again.resolve("Mix.csv")).toInstant())
                .isEqualTo("2026-02-13T00:00:00Z");
        assertThat(again.resolve("Mix.csv"))
                .hasContent("\uFEFF" + Files.readString(backup.resolve("2026-02-13/Mix.csv")));
        assertThat(segue("history", "nowhere", "--backup", backup.toString())).isEqualTo(1);
        assertThat(complaint()).isEqualTo("segue: there is no playlist \"nowhere\"; there are [Mix]");
    }

    private static void export(Path file, char... letters) throws IOException {
        var text = new StringBuilder();
        var tracks = new java.util.ArrayList<Track>();
        for (char letter : letters) {
            Hint hint = new Hint(Optional.of("Song " + letter), List.of("Somebody"), Optional.empty());
            tracks.add(hint.describe(TrackId.spotify(String.valueOf(letter).repeat(22))));
        }
        PlaylistCsv.write(tracks, text);
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, text);
    }

    @Test
    void anExportOfNothingOrOfTwoThingsIsNotUnderstood() {
        assertThat(segue("export")).isEqualTo(2);
        assertThat(segue("export", "--all", "Mix")).isEqualTo(2);
    }

    private void assertNoDrafts() throws IOException {
        try (var files = Files.list(directory)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    private int segue(String... arguments) {
        var terminal = new Terminal(false, false, false, 80);
        return Segue.execute(new Home(directory, directory), Map.of(), terminal, arguments);
    }

    private String text() {
        return printed.toString(UTF_8);
    }

    private String complaint() {
        return complained
                .toString(UTF_8)
                .lines()
                .filter(line -> line.startsWith("segue:"))
                .collect(java.util.stream.Collectors.joining("\n"));
    }
}
