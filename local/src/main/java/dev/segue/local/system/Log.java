package dev.segue.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The log of one process: appended to, start after start; one older file is kept.
///
/// @param file  where it is
/// @param start how long it was before this start
record Log(Path file, long start) {

    private static final long FULL = 8L << 20;
    private static final int LONGEST_LINE = 400;

    /// From the best explanation to the poorest; the group is what a person needs.
    private static final List<Pattern> EXPLANATIONS = List.of(
            Pattern.compile("(SRCFG\\d+: .*)"),
            Pattern.compile("^Terminating due to (?:[\\w.$]+\\.)?(OutOfMemoryError\\b.*)"),
            Pattern.compile("(?:SEVERE|ERROR)\\b.*?(the broker cannot start: .*)"),
            Pattern.compile("Caused by: (?:[\\w.$]+\\.)?(\\w+: .*)"),
            Pattern.compile("Exception in thread \"[^\"]*\" (?:[\\w.$]+\\.)?(\\w.*)"),
            Pattern.compile("\\bERROR\\s+(?:\\[[^]]*]\\s*)?(?:\\([^)]*\\)\\s*)?(.*)"),
            Pattern.compile("\\bSEVERE\\b\\s*(.*)"),
            Pattern.compile("^(Error: .*|.*OutOfMemoryError.*)"),
            // a last word without a level: what a program says that refuses to start
            Pattern.compile("^(?!.*\\b(?:TRACE|DEBUG|INFO|WARN|WARNING)\\b)([^\\s\\[].*)"));

    /// The log in `file`, ready to be appended to.
    ///
    /// @throws Failure if it cannot be
    static Log open(Path file) {
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file) && Files.size(file) > FULL) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), REPLACE_EXISTING);
            }
            return new Log(file, Files.exists(file) ? Files.size(file) : 0);
        } catch (IOException unwritable) {
            throw Failure.unwritable(file, unwritable);
        }
    }

    /// The line of this start that explains best what went wrong.
    Optional<String> lastError() {
        List<String> lines = lines();
        return EXPLANATIONS.stream()
                .flatMap(explanation -> last(lines, explanation).stream())
                .findFirst();
    }

    private static Optional<String> last(List<String> lines, Pattern explanation) {
        return lines.reversed().stream()
                .map(explanation::matcher)
                .filter(matcher -> matcher.find() && !matcher.group(1).isBlank())
                .map(matcher -> matcher.group(1).strip())
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line)
                .findFirst();
    }

    private List<String> lines() {
        try (FileChannel channel = FileChannel.open(file)) {
            long from = Math.max(start, channel.size() - FULL);
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, channel.size() - from));
            channel.read(bytes, from);
            return UTF_8.decode(bytes.flip()).toString().lines().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
