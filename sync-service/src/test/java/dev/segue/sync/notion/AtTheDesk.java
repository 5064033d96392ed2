package dev.segue.sync.notion;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Tests that have a desk each.
abstract class AtTheDesk {

    @TempDir
    Path directory;

    Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(directory);
    }

    @AfterEach
    void close() {
        desk.close();
    }
}
