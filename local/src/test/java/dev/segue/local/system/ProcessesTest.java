package dev.segue.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

    private static final String INSTANCE = "6dcd3b5e-5b1a-4b8e-9a51-0d3e64c2b0a7";

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

    /// Nobody can write there, whatever his rights.
    @Test
    void whatCannotBeWrittenOrDeletedIsNamedInOneLine() throws IOException {
        var home = new Home(directory, directory);
        Files.createDirectories(home.processes().resolve("of somebody else"));
        var processes = new Processes(INSTANCE, "up", 1, true, Optional.empty(), List.of());

        assertThatThrownBy(() -> processes.write(home))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("cannot write to " + home.processes() + ": ");
        assertThatThrownBy(() -> Processes.forget(home))
                .isInstanceOf(Failure.class)
                .hasMessage("cannot write to " + home.processes() + ": a directory is in its place");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamedInOneLine() throws IOException {
        var home = new Home(directory, directory);
        Files.createDirectories(home.state());
        Files.createFile(home.logs());

        assertThatThrownBy(home::prepare)
                .isInstanceOf(Failure.class)
                .hasMessage("cannot write to " + home.logs() + ": something else is in its place");
    }

    /// Only a start is quicker with them.
    @Test
    void classArchivesThatCannotBeKeptKeepNobodyFromStarting() throws IOException {
        Path installation = Files.createDirectories(directory.resolve("installation"));
        Files.createFile(installation.resolve(".segue"));
        var home = new Home(directory, installation);

        home.prepare();

        assertThat(home.logs()).isDirectory();
    }

    @Test
    void whoMayNotWriteIsToldSo() {
        Path place = directory.resolve(".segue");

        assertThat(Failure.unwritable(place, new AccessDeniedException(place.toString()))
                        .line())
                .isEqualTo("cannot write to " + place + ": no permission; it may belong to somebody else");
    }
}
