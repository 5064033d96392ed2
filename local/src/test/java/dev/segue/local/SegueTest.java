package dev.segue.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.local.system.Home;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// The command line up to where something would be started.
@Isolated("replaces standard output and error")
class SegueTest {

    private static final String EXPORT = """
            "Track URI","Track Name","Album Name","Artist Name(s)","Release Date","Duration (ms)","Popularity","Explicit"\
            ,"Added By","Added At","Genres","Record Label","Danceability","Energy","Key","Loudness","Mode","Speechiness"\
            ,"Acousticness","Instrumentalness","Liveness","Valence","Tempo","Time Signature"
            """;

    @TempDir
    Path directory;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, UTF_8));
        System.setErr(new PrintStream(complained, true, UTF_8));
    }

    @AfterEach
    void listenNoMore() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void anUnknownCommandIsNotUnderstood() {
        assertThat(segue("dance")).isEqualTo(2);
        assertThat(complaint()).startsWith("segue: ").hasLineCount(1);
    }

    @Test
    void aBackupThatDoesNotExistIsNamedAndNothingIsWritten() {
        assertThat(segue("run", directory.resolve("nowhere").toString())).isEqualTo(1);
        assertThat(complaint()).startsWith("segue: ").contains("nowhere").hasLineCount(1);
        assertThat(directory.resolve(".segue")).doesNotExist();
    }

    @Test
    void anEmptyBackupIsNamed() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("empty"));

        assertThat(segue("run", empty.toString())).isEqualTo(1);
        assertThat(complaint()).contains(empty.toString()).hasLineCount(1);
    }

    @Test
    void aBackupOfNothingReadableIsRefused() throws IOException {
        Path backup = Files.createDirectory(directory.resolve("backup"));
        Files.writeString(backup.resolve("notes.csv"), "milk,eggs\nbread,butter\n");

        assertThat(segue("run", backup.toString())).isEqualTo(1);
        assertThat(complaint())
                .contains("notes.csv cannot be read")
                .contains("nothing in " + backup + " can be read")
                .hasLineCount(1);
        assertThat(directory.resolve(".segue")).doesNotExist();
    }

    @Test
    void aCatalogueThatIsNoneIsLeftAsItIs() throws IOException {
        Path backup = Files.createDirectory(directory.resolve("backup"));
        Files.writeString(backup.resolve("Liked_Songs.csv"), EXPORT);
        Files.createDirectory(directory.resolve(".segue"));
        Path catalogue = Files.writeString(directory.resolve(".segue/library.db"), "this is not a database");

        assertThat(segue("run", backup.toString())).isEqualTo(1);
        assertThat(complaint()).contains(catalogue + " is no SQLite file").hasLineCount(1);
        assertThat(catalogue).hasContent("this is not a database");
    }

    @Test
    void withoutASystemThereIsNothingToAskOrToStop() {
        assertThat(segue("liked")).isEqualTo(1);
        assertThat(complaint()).contains("start it with ./segue up");
        assertThat(segue("down")).isZero();
        assertThat(segue("status")).isEqualTo(1);
        assertThat(printed.toString(UTF_8)).contains("nothing is running");
    }

    @Test
    void statusAsJsonSaysThatNothingIsUp() {
        segue("status", "--json");

        assertThat(printed.toString(UTF_8).strip()).isEqualTo("{\"up\":false,\"processes\":[]}");
    }

    private int segue(String... arguments) {
        var terminal = new Terminal(false, false, false, 80);
        return Segue.execute(new Home(directory, directory), Map.of(), terminal, arguments);
    }

    private String complaint() {
        return complained.toString(UTF_8).strip();
    }
}
