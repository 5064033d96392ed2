package dev.segue.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.segue.local.system.Home;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionException;
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

    private static final Terminal TERMINAL = new Terminal(false, false, false, 80);

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
    void aSystemIsNotStartedOnABackupThatDoesNotExist() {
        String nowhere = directory.resolve("nowhere").toString();

        assertThat(segue("up", nowhere)).isEqualTo(1);
        assertThat(segue("up", "-d", nowhere)).isEqualTo(1);
        assertThat(segue("up", "--demo", nowhere)).isEqualTo(1);
        assertThat(complaint().lines())
                .hasSize(3)
                .allMatch(line -> line.equals("segue: no such directory or file: " + nowhere));
        assertThat(directory.resolve(".segue")).doesNotExist();
    }

    @Test
    void aDemoOfNothingIsRefusedInOneLine() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("empty"));

        assertThat(segue("up", "--demo", empty.toString())).isEqualTo(1);
        assertThat(complaint())
                .startsWith("segue: nothing named *.csv in " + empty)
                .hasLineCount(1);
    }

    @Test
    void namesOfFilesDoNotSteerTheTerminal() throws IOException {
        Path backup = Files.createDirectory(directory.resolve("backup"));
        Files.writeString(backup.resolve("a\u001b[2Jb.csv"), "milk,eggs\nbread,butter\n");

        assertThat(segue("run", backup.toString())).isEqualTo(1);
        assertThat(segue("doctor", backup.toString())).isEqualTo(1);
        assertThat(complaint()).contains("a�[2Jb.csv cannot be read").doesNotContain("\u001b");
        assertThat(printed.toString(UTF_8))
                .contains("a�[2Jb.csv cannot be read")
                .doesNotContain("\u001b");
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

    @Test
    void statusSaysWhatTheCatalogueWaitsForAndUntilWhen() throws IOException {
        HttpServer sync = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sync.createContext("/catalogue/state", exchange -> {
            byte[] state = """
                    {"until":"2126-11-26T16:14:23Z","reason":"Notion: its limit is reached (429)","limited":true}""".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, state.length);
            exchange.getResponseBody().write(state);
            exchange.close();
        });
        sync.start();
        Path state = Files.createDirectory(directory.resolve(".segue"));
        Files.writeString(state.resolve("processes.json"), """
                {"instance":"6dcd3b5e-5b1a-4b8e-9a51-0d3e64c2b0a7","mode":"up","launcher":1,"ready":true,
                 "children":[{"name":"sync-service","pid":%d,"port":%d}]}
                """.formatted(
                        ProcessHandle.current().pid(), sync.getAddress().getPort()));

        segue("status");
        segue("status", "--json");

        sync.stop(0);
        assertThat(printed.toString(UTF_8))
                .containsPattern(
                        "the catalogue waits until 2126-11-2\\d \\d\\d:14 \\(Notion: its limit is reached \\(429\\)\\)")
                .contains("\"waitsUntil\":\"2126-11-26T16:14:23Z\"")
                .contains("\"limited\":true");
    }

    @Test
    void theDoctorNamesEverythingInTheWayAndChangesNothing() throws IOException {
        Path backup = Files.createDirectory(directory.resolve("backup"));
        Files.writeString(backup.resolve("Liked_Songs.csv"), EXPORT);
        Files.writeString(backup.resolve("notes.csv"), "milk,eggs\n");

        assertThat(segue("doctor", backup.toString())).isEqualTo(1);
        assertThat(printed.toString(UTF_8))
                .containsPattern("problem +build +detection-service is not built")
                .containsPattern("problem +backup +notes.csv cannot be read")
                .containsPattern("ok +Spotify +not configured")
                .contains(" in the way");
        assertThat(directory.resolve(".segue")).doesNotExist();
    }

    @Test
    void theDoctorSpeaksJsonToo() {
        segue("doctor", "--json", directory.resolve("nowhere").toString());

        assertThat(printed.toString(UTF_8).strip())
                .startsWith("{\"ok\":false,\"findings\":[{\"about\":\"java\",\"standing\":\"ok\",")
                .contains("{\"about\":\"backup\",\"standing\":\"problem\",\"says\":\"no such directory: ")
                .hasLineCount(1);
    }

    @Test
    void pairsAreJudgedAndAddedUp() throws IOException {
        Path pairs = Files.writeString(directory.resolve("pairs.csv"), """
                \uFEFFsame,left_title,left_artist,left_duration,right_title,right_artist,right_duration
                1,Night Bus,Mara Lind,3:20,NIGHT BUS!,mara lind,3:21
                1,Night Bus,Mara Lind,3:20,Night Bus (Live),Mara Lind,3:20
                0,"Night
                Bus",Mara Lind,200,Side Street,Mara Lind,170000
                maybe,Night Bus,Mara Lind,3:20,Side Street,Mara Lind,2:50
                0,too,few
                """);

        assertThat(segue("match", pairs.toString(), "--json")).isEqualTo(3);
        assertThat(printed.toString(UTF_8).strip()).isEqualTo("""
                {"rows":[\
                {"line":2,"verdict":"same","same":true,"rule":"SAME_NAME_AND_LENGTH","reason":"title, artists and length agree","label":true},\
                {"line":3,"verdict":"different","same":false,"rule":"ANOTHER_VERSION","reason":"one is live, the other is not","label":true},\
                {"line":4,"verdict":"different","same":false,"rule":"ANOTHER_TITLE","reason":"the titles differ","label":false}],\
                "bad":[{"line":6,"why":"\\"same\\" is \\"maybe\\", not 0 or 1"},{"line":7,"why":"3 fields instead of 7"}],\
                "counts":{"rows":5,"same":1,"different":2,"undecided":0,"bad":2,\
                "truePositives":1,"falsePositives":0,"falseNegatives":1,"trueNegatives":1},\
                "precision":1.0,"recall":0.5,"f1":0.6667}""");
        assertThat(complaint()).isEmpty();
    }

    @Test
    void pairsUnderASimplerHeaderAreJudgedForPeople() throws IOException {
        Path pairs = Files.writeString(
                directory.resolve("pairs.csv"),
                "title_a,artist_a,title_b,artist_b\nNight Bus,Mara Lind,Night Bus,Mara Lind\n");

        assertThat(segue("match", pairs.toString())).isZero();
        assertThat(printed.toString(UTF_8))
                .contains("same")
                .contains("1 pairs: 1 the same")
                .doesNotContain("precision");
    }

    @Test
    void whatIsNoFileOfPairsIsNamedInOneLine() throws IOException {
        Path notes = Files.writeString(directory.resolve("notes.csv"), "milk,eggs\nbread,butter\n");
        Path empty = Files.writeString(directory.resolve("empty.csv"), "");

        assertThat(segue("match", notes.toString())).isEqualTo(1);
        assertThat(segue("match", empty.toString())).isEqualTo(1);
        assertThat(segue("match", directory.resolve("nowhere.csv").toString())).isEqualTo(1);
        assertThat(segue("match", directory.toString())).isEqualTo(1);
        assertThat(segue("match")).isEqualTo(2);
        assertThat(complaint().lines())
                .hasSize(5)
                .allMatch(line -> line.startsWith("segue: "))
                .anyMatch(line -> line.contains("nowhere.csv"));
    }

    @Test
    void aResultThatStandardOutputDoesNotTakeIsAFailureInOneLine() {
        System.setOut(new PrintStream(new FullDisk(), false, UTF_8));

        assertThat(segue("doctor", "--help")).isEqualTo(1);
        assertThat(complaint())
                .startsWith("segue: standard output did not take all of the result")
                .hasLineCount(1);
    }

    private static final class FullDisk extends OutputStream {

        @Override
        public void write(int one) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    @Test
    void memoryThatRanOutInAThreadThatReadsFilesIsToldAsSuch() {
        var failure = new CompletionException(new OutOfMemoryError("Java heap space"));

        assertThat(Segue.failed(new Home(directory, directory), TERMINAL, failure))
                .isEqualTo(1);
        assertThat(complaint()).startsWith("segue: out of memory");
    }

    private int segue(String... arguments) {
        return Segue.execute(new Home(directory, directory), Map.of(), TERMINAL, arguments);
    }

    private String complaint() {
        return complained.toString(UTF_8).strip();
    }
}
