package dev.segue.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.fact.TrackSynced;
import dev.segue.processing.ffmpeg.TestStudio;
import dev.segue.processing.inbox.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jaudiotagger.tag.FieldKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Five hundred sources of three kinds, of which every twentieth is damaged, each in another way.
@Tag("faults")
class DamagedSourcesIT {

    private static final int TRACKS = 500;
    private static final int ONE_IN = 20;
    private static final List<TargetFormat> KINDS = List.of(TargetFormat.WAV, TargetFormat.MP3_320, TargetFormat.FLAC);
    private static final List<Damage> DAMAGES = List.of(Damage.values());
    private static final Duration LENGTH = Duration.ofSeconds(5);

    @TempDir
    private Path directory;

    @Test
    void exactlyTheDamagedAreRefused() throws Exception {
        Path wave = Tone.write(directory.resolve("whole.wav"), LENGTH, 440, 44_100, 16);
        for (TargetFormat kind : KINDS) {
            TestStudio.open().convert(wave, kind, whole(kind));
        }
        Path inbox = Files.createDirectories(directory.resolve("inbox"));
        for (int n = 0; n < TRACKS; n++) {
            write(inbox, n);
        }
        Processing processing = TestProcessing.between(inbox, directory.resolve("output"))
                .making(TargetFormat.MP3_320)
                .open();

        Map<Integer, Outcome> refused = new ConcurrentHashMap<>();
        IntStream.range(0, TRACKS).parallel().forEach(n -> {
            Outcome outcome = processing.on(synced(n));
            if (!(outcome instanceof Outcome.Imported)) {
                refused.put(n, outcome);
            }
        });

        new TreeMap<>(refused).forEach((n, outcome) -> System.out.println(damage(n) + ": " + outcome));
        System.out.printf("%d tracks, %d damaged, %d refused%n", TRACKS, TRACKS / ONE_IN, refused.size());
        assertThat(refused.keySet())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, TRACKS)
                        .filter(DamagedSourcesIT::isDamaged)
                        .boxed()
                        .toList());
        assertThat(files()).isEqualTo(TRACKS - refused.size());
    }

    private void write(Path inbox, int n) throws Exception {
        TargetFormat kind = KINDS.get(n % KINDS.size());
        Path file = isDamaged(n) ? damage(n).of(whole(damage(n).kind(kind)), directory) : whole(kind);
        String name = file.getFileName().toString();
        Path there = inbox.resolve("Mara Lind - Song " + n + name.substring(name.lastIndexOf('.')));
        Files.copy(file, there);
        if (isDamaged(n) && damage(n).isFoundByItsTag()) {
            Tone.tag(there, FieldKey.ISRC, isrc(n));
        }
    }

    private Path whole(TargetFormat kind) {
        return directory.resolve(kind.name() + kind.extension());
    }

    private static boolean isDamaged(int n) {
        return n % ONE_IN == 7;
    }

    private static Damage damage(int n) {
        return DAMAGES.get(n / ONE_IN % DAMAGES.size());
    }

    private static String isrc(int n) {
        return "SEXYZ21%05d".formatted(n);
    }

    private static TrackSynced synced(int n) {
        return Synced.fact(Synced.track(n, "Song " + n, List.of("Mara Lind"), LENGTH, Optional.of(isrc(n))));
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("output"))) {
            return files.filter(file -> file.toString().endsWith(".mp3")).count();
        }
    }
}
