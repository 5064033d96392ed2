package dev.segue.processing.command;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.processing.Download;
import dev.segue.processing.Program;
import dev.segue.processing.Program.End;
import dev.segue.processing.ShelfUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Runs the command that the person has set, in a directory for one track. It brought the audio if it ends with 0 and
/// there is one file.
final class CommandDownload implements Download {

    private static final Pattern PLACE = Pattern.compile("\\{(url|title|artist|isrc|directory)}");
    private static final Pattern OPTION = Pattern.compile("^[-\\s]+");
    private static final Pattern LOCKED = Pattern.compile("\\bDRM\\b|protected", Pattern.CASE_INSENSITIVE);
    private static final int SHOWN = 200;

    private final Program program;
    private final List<String> command;
    private final Duration limit;
    private final Archive archive;
    private final Percent percent = new Percent();

    CommandDownload(Program program, List<String> command, Duration limit, Archive archive) {
        this.program = program;
        this.command = List.copyOf(command);
        this.limit = limit;
        this.archive = archive;
    }

    @Override
    public Result bring(Track track, Supplier<Path> directory) {
        if (command.stream().anyMatch(argument -> argument.contains("{url}"))
                && track.link().filter(CommandDownload::isWeb).isEmpty()) {
            return new Result.Unable("it has no link to download from");
        }
        Path into = directory.get();
        try {
            Files.createDirectories(into);
            return run(track, into);
        } catch (IOException unwritable) {
            throw new ShelfUnavailable(into + " cannot be written: " + unwritable, unwritable);
        }
    }

    @Override
    public Map<TrackId, Double> progress() {
        return percent.all();
    }

    private Result run(Track track, Path directory) throws IOException {
        List<String> arguments = command.stream()
                .map(argument -> filled(argument, track, directory))
                .toList();
        End end;
        try {
            end = program.run(arguments, limit, line -> percent.read(track.id(), line));
        } finally {
            percent.over(track.id());
        }
        return switch (end) {
            case End.Absent(String why) -> new Result.Unable("the download command cannot be run: " + why);
            case End.Overdue(Duration time) -> vain(track, "it was stopped after " + time.toSeconds() + " s");
            case End.Done(int exit, String _, String err)
            when exit != 0 && ShelfUnavailable.isSaidIn(err) ->
                throw new ShelfUnavailable("the disk is full: " + directory, new IOException(said(exit, err)));
            case End.Done(int exit, String _, String err) -> {
                Optional<Path> file = exit == 0 ? only(directory) : Optional.empty();
                yield file.map(brought -> brought(track, brought)).orElseGet(() -> vain(track, said(exit, err)));
            }
        };
    }

    private Result brought(Track track, Path file) {
        archive.brought(track.id(), file);
        return new Result.Brought(file);
    }

    private Result vain(Track track, String why) {
        archive.vain(track.id(), why);
        String text = "the download command brought nothing: " + why;
        return LOCKED.matcher(why).find() ? new Result.Locked(text) : new Result.Nothing(text);
    }

    private static String said(int exit, String err) {
        String last = err.lines()
                .filter(line -> !line.isBlank())
                .reduce("", (_, later) -> later)
                .strip();
        String text = last.isEmpty() ? "no file" : last.substring(0, Math.min(last.length(), SHOWN));
        return exit == 0 ? text : text + " (exit " + exit + ')';
    }

    private static Optional<Path> only(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".part"))
                    .toList();
            return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
        }
    }

    /// An argument with the track in it. What a title or an artist begins with is never an option's dash.
    private static String filled(String argument, Track track, Path directory) {
        return PLACE.matcher(argument)
                .replaceAll(place -> Matcher.quoteReplacement(
                        switch (place.group(1)) {
                            case "url" -> track.link().orElse("");
                            case "directory" -> directory.toAbsolutePath().toString();
                            case "artist" -> plain(String.join(", ", track.artists()));
                            case "isrc" -> plain(track.isrc().orElse(""));
                            default -> plain(track.title().orElse(""));
                        }));
    }

    private static String plain(String text) {
        return OPTION.matcher(text.replace('\0', ' ')).replaceFirst("");
    }

    private static boolean isWeb(String link) {
        String lower = link.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://open.spotify.com/")
                || lower.startsWith("https://soundcloud.com/")
                || lower.startsWith("https://on.soundcloud.com/");
    }
}
