package dev.segue.processing;

import dev.segue.library.Track;
import dev.segue.library.fact.TrackSynced;
import java.util.List;
import java.util.Optional;

/// THE CORE: what becomes of a track that the catalogue shows. Used by one thread at a time. Deciding twice about the
/// same track ends the same: the file that served it is remembered.
public final class Processing {

    private final DuplicateRule rule;
    private final Inbox inbox;
    private final Shelf shelf;

    public Processing(DuplicateRule rule, Inbox inbox, Shelf shelf) {
        this.rule = rule;
        this.inbox = inbox;
        this.shelf = shelf;
    }

    /// What becomes of the track of `synced`.
    ///
    /// @throws ShelfUnavailable if nothing can be decided now
    public Outcome on(TrackSynced synced) {
        Track track = synced.track();
        if (synced.duplicateOf().isPresent() && rule != DuplicateRule.KEEP) {
            return new Outcome.Duplicate(synced.duplicateOf().get());
        }
        Optional<Outcome> there = shelf.fileOf(track.id()).map(Outcome.Imported::new);
        return there.orElseGet(() -> look(track));
    }

    private Outcome look(Track track) {
        if (inbox.directory().isEmpty()) {
            return new Outcome.NoAudio("no inbox is set (segue.audio.inbox)");
        }
        List<InboxFile> found = inbox.files().find(track, file -> free(file, track));
        return switch (found.size()) {
            case 0 -> new Outcome.NoAudio("no file in the inbox is this track");
            case 1 -> take(track, found.getFirst());
            default ->
                new Outcome.NoAudio(found.size() + " files in the inbox could be this track, such as "
                        + found.get(0).name() + " and " + found.get(1).name());
        };
    }

    private boolean free(InboxFile file, Track track) {
        return shelf.servedBy(file).map(track.id()::equals).orElse(true);
    }

    private Outcome take(Track track, InboxFile file) {
        if (file.flaw().isPresent()) {
            return new Outcome.Unusable(file.name() + ": " + file.flaw().get());
        }
        try {
            return new Outcome.Imported(shelf.put(track.id(), file, FileName.of(track, file.extension())));
        } catch (FileUnusable unusable) {
            return new Outcome.Unusable(String.valueOf(unusable.getMessage()));
        }
    }
}
