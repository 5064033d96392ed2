package dev.segue.processing.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.segue.processing.Studio;
import dev.segue.processing.Take;
import dev.segue.processing.inbox.Tone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jaudiotagger.tag.FieldKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndingTest {

    private static final String MP3 = "-c:a libmp3lame -write_xing 0 -id3v2_version 0 ";

    @TempDir
    private Path directory;

    private final Studio studio = TestStudio.open();
    private Path music;

    @BeforeEach
    void record() {
        music = directory.resolve("music.wav");
        TestStudio.music(music, Duration.ofSeconds(7), 1);
    }

    @ParameterizedTest
    @CsvSource({
        ".mp3, -b:a 320k",
        ".mp3, -b:a 128k",
        ".mp3, -q:a 2",
        ".mp3, -b:a 64k -ar 22050",
        ".mp3, -b:a 24k -ar 8000 -ac 1",
        ".ogg, -c:a libvorbis",
        ".opus, -c:a libopus",
        ".oga, -c:a flac",
        ".spx, -c:a libspeex -ar 16000 -ac 1"
    })
    void whatSaysNowhereHowLongItIsIsWholeOrCut(String extension, String coder) throws Exception {
        Path whole = made("whole" + extension, extension.equals(".mp3") ? MP3 + coder : coder);
        byte[] bytes = Files.readAllBytes(whole);
        for (int missing : new int[] {100, 316, 1100, bytes.length / 2 - 7}) {
            Path cut = directory.resolve("cut" + extension);
            Files.write(cut, Arrays.copyOf(bytes, bytes.length - missing));

            Take heard = studio.hear(cut);

            assertThat(heard.complaints())
                    .as("%d bytes are missing", missing)
                    .anyMatch(text -> text.startsWith("cut off: "));
        }
        assertThat(studio.hear(whole).complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.mp3 -c:a libmp3lame -b:a 320k",
                "a.mp3 -c:a libmp3lame -q:a 0",
                "a.mp2 -c:a mp2",
                "a.flac -c:a flac",
                "a.wav -c:a pcm_s24le",
                "a.aiff -c:a pcm_s16be",
                "a.m4a -c:a alac",
                "a.m4a -c:a aac",
                "a.aac -c:a aac",
                "a.wma -c:a wmav2",
                "a.mka -c:a libvorbis",
                "a.webm -c:a libopus",
                "a.ac3 -c:a ac3",
                "a.wv -c:a wavpack",
                "a.tta -c:a tta",
                "a.ogg -c:a libvorbis -page_duration 100000"
            })
    void nothingIsMissingInAWholeFile(String how) throws Exception {
        int blank = how.indexOf(' ');
        Path whole = made(how.substring(0, blank), how.substring(blank + 1));

        Take heard = studio.hear(whole);

        assertThat(heard.complaints()).isEmpty();
    }

    @Test
    void anOggThatIsTaggedOrHasAnotherBehindItIsWhole() throws Exception {
        Path tagged = Tone.tag(made("tagged.ogg", "-c:a libvorbis"), FieldKey.TITLE, "Night Bus".repeat(2000));
        byte[] one = Files.readAllBytes(tagged);
        Path chained = Files.write(directory.resolve("chained.ogg"), joined(one, Files.readAllBytes(tagged)));
        Path more = Files.write(directory.resolve("more.ogg"), joined(one, new byte[5000]));

        assertThat(Ending.flaw(tagged, studio.look(tagged))).isEmpty();
        assertThat(Ending.flaw(chained, studio.look(tagged))).isEmpty();
        assertThat(Ending.flaw(more, studio.look(tagged))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 128, 5000, 200_000})
    void whatFollowsAnMp3IsNoCut(int length) throws Exception {
        Path whole = made("whole.mp3", MP3 + "-b:a 128k");
        byte[] text = Arrays.copyOf("TAGNight Bus".getBytes(StandardCharsets.US_ASCII), length);
        Path more = Files.write(directory.resolve("more.mp3"), joined(Files.readAllBytes(whole), text));

        assertThat(Ending.flaw(more, studio.look(whole))).isEmpty();
    }

    @Test
    void aLastFrameWithoutItsPaddingIsWhole() throws Exception {
        byte[] whole = Files.readAllBytes(made("whole.mp3", MP3 + "-b:a 128k"));
        Path shorter = Files.write(directory.resolve("shorter.mp3"), Arrays.copyOf(whole, whole.length - 1));

        assertThat(Ending.flaw(shorter, studio.look(shorter))).isEmpty();
    }

    private Path made(String name, String how) throws IOException {
        Path file = directory.resolve(name);
        var arguments = new ArrayList<>(List.of("-i", music.toString()));
        arguments.addAll(List.of(how.strip().split(" ")));
        arguments.add(file.toString());
        assumeThat(TestStudio.bare(arguments)).as("ffmpeg makes %s", name).isTrue();
        return file;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
