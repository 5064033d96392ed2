package dev.segue.local.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.segue.library.Track;
import dev.segue.library.csv.Backup;
import dev.segue.library.csv.BackupUnreadableException;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.library.export.Archive;
import dev.segue.library.export.PlaylistCsv;
import dev.segue.library.fact.Wire;
import dev.segue.library.history.BackupHistory;
import dev.segue.library.history.Changes;
import dev.segue.library.history.Choice;
import dev.segue.library.history.Timeline;
import dev.segue.library.history.Trends;
import dev.segue.local.system.Failure;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Answers from a backup alone, without a running system.
public record BackupAnswers(CsvLibrary library, BackupHistory history) implements Answers {

    /// Reads the backup at `path`.
    ///
    /// @throws Failure if there is nothing to read
    public static BackupAnswers of(Path path) {
        try {
            CsvLibrary library = Backup.at(path).read();
            return new BackupAnswers(library, new BackupHistory(library));
        } catch (BackupUnreadableException unreadable) {
            throw new Failure(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    @Override
    public String changes(String playlist, Choice.Question between) {
        return switch (timeline(playlist).choose(between)) {
            case Choice.Two two -> json(Changes.between(two.from(), two.to()));
            case Choice.Missing missing -> throw new Failure(missing.why());
            case Choice.Unclear unclear -> throw new Failure(unclear.why());
        };
    }

    @Override
    public String trends() {
        return json(Trends.of(history.names().stream().map(history::timeline).toList()));
    }

    @Override
    public String trends(String playlist) {
        return json(Trends.of(timeline(playlist)));
    }

    @Override
    public Instant export(String playlist, OutputStream out) {
        Timeline timeline = timeline(playlist);
        write(tracks(timeline), out);
        return timeline.takenAt();
    }

    @Override
    public Instant exportTracks(OutputStream out) {
        write(library.entries().stream().map(CsvEntry::track).toList(), out);
        return newest();
    }

    @Override
    public Instant exportPlaylists(OutputStream out) {
        try (Archive archive = new Archive(out)) {
            for (String name : history.names()) {
                Timeline timeline = history.timeline(name);
                archive.add(name, timeline.takenAt(), tracks(timeline));
            }
            return newest();
        } catch (IOException unwritable) {
            throw new Failure("cannot write the export: " + unwritable.getMessage(), unwritable);
        }
    }

    private Instant newest() {
        return history.names().stream()
                .map(name -> history.timeline(name).takenAt())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private Timeline timeline(String playlist) {
        return switch (history.called(playlist, history.names())) {
            case BackupHistory.Called.One(String name) -> history.timeline(name);
            case BackupHistory.Called.None _ ->
                throw new Failure("there is no playlist \"" + playlist + "\"; there are " + history.names());
            case BackupHistory.Called.Several(List<String> names) ->
                throw new Failure("\"" + playlist + "\" may be any of " + names);
        };
    }

    private List<Track> tracks(Timeline playlist) {
        return playlist.snapshots().getLast().tracks().stream()
                .map(row -> library.find(row.id())
                        .map(entry -> entry.track().filledFrom(row).addedAs(row))
                        .orElse(row))
                .toList();
    }

    private static void write(List<Track> tracks, OutputStream out) {
        try {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
            text.write(PlaylistCsv.BYTE_ORDER_MARK);
            PlaylistCsv.write(tracks, text);
            text.flush();
        } catch (IOException unwritable) {
            throw new Failure("cannot write the export: " + unwritable.getMessage(), unwritable);
        }
    }

    private static String json(Object answer) {
        try {
            return Wire.json()
                    .copy()
                    .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT)
                    .writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
