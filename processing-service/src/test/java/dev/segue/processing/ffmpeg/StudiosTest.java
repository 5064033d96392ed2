package dev.segue.processing.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.processing.Program;
import dev.segue.processing.TargetFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StudiosTest {

    @TempDir
    private Path directory;

    private final Program program = new Program();

    @ParameterizedTest
    @EnumSource
    void thePackagedOneCanMakeEveryFormat(TargetFormat format) {
        String path = TestStudio.ffmpeg();

        assertThat(Studios.find(program, path, format)).hasValue(path);
    }

    @Test
    void oneWithoutTheCoderIsPassedOver() throws Exception {
        String path = told("ffmpeg version 6.1", " A....D flac    FLAC (Free Lossless Audio Codec)");

        assertThat(Studios.find(program, path, TargetFormat.MP3_320)).isEmpty();
        assertThat(Studios.find(program, path, TargetFormat.FLAC)).hasValue(path);
    }

    @Test
    void oneThatIsTooOldIsPassedOver() throws Exception {
        String path = told("ffmpeg version 3.4.1", " A....D flac    FLAC (Free Lossless Audio Codec)");

        assertThat(Studios.find(program, path, TargetFormat.FLAC)).isEmpty();
    }

    private String told(String version, String encoders) throws IOException {
        Path script = Files.writeString(directory.resolve("program"), """
                #!/bin/sh
                case "$*" in *-encoders) echo '%s' ;; *) echo '%s' ;; esac
                """.formatted(encoders, version));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script.toString();
    }
}
