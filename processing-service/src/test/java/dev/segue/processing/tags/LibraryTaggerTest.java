package dev.segue.processing.tags;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.ReleaseDate;
import dev.segue.processing.Claims;
import dev.segue.processing.MusicalKey;
import dev.segue.processing.Program;
import dev.segue.processing.Program.End;
import dev.segue.processing.Studio;
import dev.segue.processing.Tags;
import dev.segue.processing.TargetFormat;
import dev.segue.processing.ffmpeg.TestStudio;
import dev.segue.processing.inbox.Tone;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jaudiotagger.audio.AudioFileIO;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.aiff.AiffTag;
import org.jaudiotagger.tag.id3.AbstractID3v2Frame;
import org.jaudiotagger.tag.id3.AbstractID3v2Tag;
import org.jaudiotagger.tag.id3.framebody.FrameBodyTXXX;
import org.jaudiotagger.tag.id3.framebody.FrameBodyWOAS;
import org.jaudiotagger.tag.images.ArtworkFactory;
import org.jaudiotagger.tag.mp4.Mp4Tag;
import org.jaudiotagger.tag.wav.WavTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LibraryTaggerTest {

    private static final Tags TAGS = new Tags(
            Optional.of("Nachtbus \uD83D\uDE8C 夜行"),
            List.of("Mara Lind", "AC/DC"),
            Optional.of("Last Stops"),
            Optional.of(ReleaseDate.of("2021-07")),
            List.of("dream pop", "Rock"),
            Optional.of("Harbour Lane"),
            Optional.of("SEXYZ2100017"),
            Optional.of(176),
            Optional.of(new MusicalKey(6, false)),
            "spotify:4uLU6hMCjMI75M1A2tKUQC",
            Optional.of("https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC"));

    @TempDir
    private Path directory;

    private final Studio studio = TestStudio.open();

    @ParameterizedTest
    @EnumSource
    void theLibraryReadsBackWhatItWrote(TargetFormat format) throws Exception {
        Path file = tagged(format, directory.resolve("none.wav"));

        Tag tag = AudioFileIO.read(file.toFile()).getTag();

        assertThat(tag.getFirst(FieldKey.TITLE)).isEqualTo("Nachtbus \uD83D\uDE8C 夜行");
        assertThat(String.join("; ", tag.getAll(FieldKey.ARTIST))).isEqualTo("Mara Lind; AC/DC");
        assertThat(tag.getFirst(FieldKey.ALBUM)).isEqualTo("Last Stops");
        assertThat(tag.getFirst(FieldKey.YEAR)).isEqualTo("2021-07");
        assertThat(String.join("; ", tag.getAll(FieldKey.GENRE))).isEqualTo("dream pop; Rock");
        assertThat(tag.getFirst(FieldKey.RECORD_LABEL)).isEqualTo("Harbour Lane");
        assertThat(tag.getFirst(FieldKey.ISRC)).isEqualTo("SEXYZ2100017");
        assertThat(tag.getFirst(FieldKey.BPM)).isEqualTo("176");
        assertThat(tag.getFirst(FieldKey.KEY)).isEqualTo("F#m");
        assertThat(link(tag)).isEqualTo(TAGS.link().orElseThrow());
        assertThat(own(tag, "CAMELOT")).isEqualTo("11A");
        assertThat(own(tag, "SEGUE_TRACK_ID")).isEqualTo(TAGS.id());
    }

    /// ffprobe reads with the same code. It knows no second value of an ID3 frame, and no `tmpo`.
    @ParameterizedTest
    @EnumSource
    void ffmpegReadsEachFieldBack(TargetFormat format) throws Exception {
        Path file = tagged(format, directory.resolve("none.wav"));

        Map<String, String> read = asFfmpegReads(file);

        assertThat(read)
                .containsAllEntriesOf(
                        switch (format) {
                            case MP3_320, AIFF, WAV ->
                                read("Mara Lind", "dream pop", "publisher", "tsrc", "tkey", Optional.of("tbpm"));
                            case FLAC ->
                                read("Mara Lind;AC/DC", "dream pop;Rock", "label", "isrc", "key", Optional.of("bpm"));
                            case ALAC, M4A ->
                                read(
                                        "Mara Lind; AC/DC",
                                        "dream pop; Rock",
                                        "label",
                                        "isrc",
                                        "initialkey",
                                        Optional.empty());
                        });
    }

    private static Map<String, String> read(
            String artist, String genre, String label, String isrc, String key, Optional<String> tempo) {
        var read = new HashMap<>(Map.of(
                "title",
                "Nachtbus \uD83D\uDE8C 夜行",
                "artist",
                artist,
                "album",
                "Last Stops",
                "date",
                "2021-07",
                "genre",
                genre,
                label,
                "Harbour Lane",
                isrc,
                "SEXYZ2100017",
                key,
                "F#m",
                "camelot",
                "11A",
                "segue_track_id",
                TAGS.id()));
        read.put("url", TAGS.link().orElseThrow());
        tempo.ifPresent(name -> read.put(name, "176"));
        return read;
    }

    @ParameterizedTest
    @EnumSource
    void tagsChangeNoSample(TargetFormat format) throws Exception {
        Path plain = plain(format);
        var before = studio.hear(plain).checksum();

        TestTagger.get().tag(plain, TAGS, directory.resolve("none.wav"));

        assertThat(studio.hear(plain).checksum()).isEqualTo(before);
        assertThat(studio.hear(plain).complaints()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theCoverOfTheSourceIsKept(TargetFormat format) throws Exception {
        Path from = Files.move(plain(TargetFormat.MP3_320), directory.resolve("from.mp3"));
        File picture = directory.resolve("cover.png").toFile();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", picture);
        var source = AudioFileIO.read(from.toFile());
        source.getTagOrCreateAndSetDefault().setField(ArtworkFactory.createArtworkFromFile(picture));
        source.commit();

        Path file = tagged(format, from);

        byte[] kept = AudioFileIO.read(file.toFile()).getTag().getFirstArtwork().getBinaryData();
        assertThat(kept).isEqualTo(Files.readAllBytes(picture.toPath()));
        Path shown = directory.resolve("shown.png");
        assertThat(TestStudio.bare(List.of(
                        "-i", file.toString(), "-map", "0:v:0", "-c", "copy", "-f", "image2", shown.toString())))
                .isTrue();
        assertThat(shown).hasSameBinaryContentAs(picture.toPath());
    }

    @Test
    void aTrackOfWhichLittleIsKnownGetsFewTags() throws Exception {
        Path file = plain(TargetFormat.MP3_320);
        var little = new Tags(
                Optional.of("Night Bus"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "local:0123456789abcdef",
                Optional.empty());

        TestTagger.get().tag(file, little, directory.resolve("none.wav"));

        Tag tag = AudioFileIO.read(file.toFile()).getTag();
        assertThat(tag.getFieldCount()).isEqualTo(2);
    }

    @Test
    void aSourceThatClaimsMoreThanThereIsHasNoCover() throws Exception {
        Path from = Claims.WAVE.write(directory.resolve("from.wav"));

        Path file = tagged(TargetFormat.MP3_320, from);

        assertThat(AudioFileIO.read(file.toFile()).getTag().getFirst(FieldKey.TITLE))
                .startsWith("Nachtbus");
    }

    private static String link(Tag tag) throws Exception {
        return switch (tag) {
            case AiffTag aiff -> link(aiff.getID3Tag());
            case WavTag wav -> link(wav.getID3Tag());
            case AbstractID3v2Tag id3 ->
                ((FrameBodyWOAS) id3.getFirstField("WOAS").getBody()).getUrlLink();
            default -> own(tag, "URL");
        };
    }

    private static String own(Tag tag, String name) throws Exception {
        return switch (tag) {
            case AiffTag aiff -> own(aiff.getID3Tag(), name);
            case WavTag wav -> own(wav.getID3Tag(), name);
            case AbstractID3v2Tag id3 ->
                id3.getFields("TXXX").stream()
                        .map(frame -> (FrameBodyTXXX) ((AbstractID3v2Frame) frame).getBody())
                        .filter(body -> body.getDescription().equals(name))
                        .map(FrameBodyTXXX::getText)
                        .findFirst()
                        .orElse("");
            case Mp4Tag mp4 -> mp4.getFirst("----:com.apple.iTunes:" + name);
            default -> tag.getFirst(name);
        };
    }

    private Path tagged(TargetFormat format, Path from) throws Exception {
        Path file = plain(format);
        assertThat(TestTagger.get().tag(file, TAGS, from)).isTrue();
        return file;
    }

    private Path plain(TargetFormat format) throws Exception {
        Path tone = Tone.write(directory.resolve("tone.wav"), Duration.ofSeconds(2), 440, 44_100, 16);
        Path file = directory.resolve(format.name().toLowerCase(Locale.ROOT) + format.extension());
        studio.convert(tone, format, file);
        return file;
    }

    private static Map<String, String> asFfmpegReads(Path file) {
        var arguments = List.of(
                TestStudio.ffmpeg(), "-nostdin", "-v", "error", "-i", file.toString(), "-f", "ffmetadata", "pipe:1");
        var done = (End.Done) new Program().run(arguments, Duration.ofSeconds(20));
        var read = new HashMap<String, String>();
        done.out().lines().filter(line -> line.contains("=")).forEach(line -> {
            int sign = line.indexOf('=');
            read.put(
                    line.substring(0, sign).toLowerCase(Locale.ROOT),
                    line.substring(sign + 1).replace("\\", ""));
        });
        return read;
    }
}
