package dev.segue.sync.sql;

import dev.segue.testkit.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/// A real PostgreSQL server, which can be stopped and started again with its data.
final class Postgres implements AutoCloseable {

    private final Path data;
    private final int port = FreePort.find();
    private Optional<EmbeddedPostgres> server = Optional.empty();

    /// @param data a directory that is empty, or that of a server before
    Postgres(Path data) {
        this.data = data;
        start();
    }

    void start() {
        try {
            server = Optional.of(EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    PostgresServer database() {
        return as("postgres", "postgres");
    }

    PostgresServer as(String user, String database) {
        return new PostgresServer(
                "jdbc:postgresql://localhost:" + port + '/' + database, Optional.of(user), Optional.of("secret"));
    }

    @Override
    public void close() {
        server.ifPresent(running -> {
            try {
                running.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        server = Optional.empty();
    }
}
