package dev.segue.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where a broker listens and where it keeps its data. Immutable.
///
/// @param directory its data; made if it does not exist
/// @param port      on loopback; 0 for a free one
/// @param deletedOnClose whether the directory is deleted when the broker is closed
/// @param login          what it demands of clients; empty: nothing
public record BrokerSettings(Path directory, int port, boolean deletedOnClose, Optional<BrokerLogin> login) {

    public BrokerSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }

    /// For a test: a free port, a new directory under `java.io.tmpdir`, nothing left behind.
    public static BrokerSettings passing() {
        try {
            return new BrokerSettings(Files.createTempDirectory("segue-broker"), 0, true, Optional.empty());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// For a system that is started again and again with the same data.
    public static BrokerSettings kept(Path directory, int port) {
        return new BrokerSettings(directory, port, false, Optional.empty());
    }

    /// The same, but only who logs in is let in.
    public BrokerSettings demanding(BrokerLogin demanded) {
        return new BrokerSettings(directory, port, deletedOnClose, Optional.of(demanded));
    }
}
