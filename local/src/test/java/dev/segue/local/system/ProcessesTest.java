package dev.segue.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

    @TempDir
    private Path directory;

    @Test
    void aFileWhoseInstanceWouldFitEveryProcessIsNotOurs() throws IOException {
        var home = new Home(directory, directory);
        home.prepare();
        Files.writeString(home.processes(), """
                {"instance":"","mode":"up","launcher":1,"ready":true,"children":[]}""");

        assertThat(Processes.read(home)).isEmpty();
    }

    @Test
    void aFileWithAnInstanceIsRead() throws IOException {
        var home = new Home(directory, directory);
        home.prepare();
        Files.writeString(home.processes(), """
                {"instance":"6dcd3b5e-5b1a-4b8e-9a51-0d3e64c2b0a7","mode":"up","launcher":1,"ready":true,"children":[]}""");

        assertThat(Processes.read(home)).isPresent();
    }
}
