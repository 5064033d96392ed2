package dev.segue.local.system;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockTest {

    @TempDir
    private Path directory;

    @Test
    void aLockThatCannotBeReadIsNamedInOneLine() throws IOException {
        var home = new Home(directory, directory);
        Files.createDirectories(home.lock()); // nobody can open it, whatever his rights

        assertThatThrownBy(() -> Shutdown.of(home))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("cannot read " + home.lock());
    }
}
