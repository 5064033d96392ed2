package dev.segue.local.containers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// A program that runs to its end.
///
/// @param directory   in which it runs
/// @param environment what it finds beside that of the tests
record Command(Path directory, Map<String, String> environment) {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    /// @param out what it wrote, errors included
    record End(int status, String out) {}

    End run(List<String> words) {
        var builder = new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().remove("SEGUE_API_TOKEN");
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            CompletableFuture.delayedExecutor(LIMIT.toSeconds(), SECONDS).execute(process::destroyForcibly);
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new End(process.waitFor(), out);
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    /// Its output, without the white space around it.
    ///
    /// @throws AssertionError with all of it, if it fails
    String must(List<String> words) {
        End end = run(words);
        if (end.status() != 0) {
            throw new AssertionError(words + " ended with " + end.status() + ": " + end.out());
        }
        return end.out().strip();
    }
}
