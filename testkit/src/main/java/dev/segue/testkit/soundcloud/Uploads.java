package dev.segue.testkit.soundcloud;

import dev.segue.testkit.standin.CsvExport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What is on SoundCloud, and what the person likes of it. Thread-safe.
final class Uploads {

    private final Map<Long, Upload> uploads = new LinkedHashMap<>();
    private List<Like> likes = List.of();
    private long turn;

    /// One like.
    ///
    /// @param turn later ones have higher numbers
    record Like(long turn, Upload upload) {}

    synchronized Optional<Upload> find(Predicate<Upload> wanted) {
        return uploads.values().stream().filter(wanted).findFirst();
    }

    synchronized List<Upload> all() {
        return List.copyOf(uploads.values());
    }

    /// The newest first.
    synchronized List<Like> likes() {
        return likes;
    }

    /// Makes the likes what an export shows, its first line the newest.
    synchronized void like(CsvExport export) {
        var shown = new LinkedHashSet<Upload>();
        export.tracks().forEach(track -> shown.add(Upload.of(track)));
        var more = new ArrayList<Like>();
        long newest = turn + shown.size();
        for (Upload upload : shown) {
            uploads.put(upload.number(), upload);
            more.add(new Like(newest - more.size(), upload));
        }
        turn = newest;
        likes = List.copyOf(more);
    }

    /// Likes one more; who likes a thing again has not done anything.
    synchronized void like(Upload upload) {
        Upload known = uploads.computeIfAbsent(upload.number(), _ -> upload);
        if (likes.stream().noneMatch(like -> like.upload().equals(known))) {
            turn++;
            var more = new ArrayList<>(likes);
            more.addFirst(new Like(turn, known));
            likes = List.copyOf(more);
        }
    }

    synchronized void unlike(Upload upload) {
        likes = likes.stream().filter(like -> !like.upload().equals(upload)).toList();
    }
}
