package dev.segue.sync;

import dev.segue.library.TrackId;
import java.util.Optional;

/// One thing that is not as it should be. Immutable.
///
/// @param track     the track, if it is known which
/// @param title     as the catalogue displays it, or as it is known
/// @param page      the row or page, if there is one
/// @param field     in which there is a difference: a field's column, or `playlists`
/// @param catalogue what the catalogue shows there
/// @param known     what is known; absent if nothing
/// @param advice    what a person may do about it
/// @param outcome   what became of it, if it was to be fixed
public record Finding(
        Kind kind,
        Optional<TrackId> track,
        Optional<String> title,
        Optional<String> page,
        Optional<String> field,
        Optional<String> catalogue,
        Optional<String> known,
        Optional<String> advice,
        Optional<Outcome> outcome) {

    /// What is wrong.
    public enum Kind {
        /// a field says something else than is known
        DIFFERENT,
        /// a track that is known has no page
        NO_PAGE,
        /// a page names no track
        NO_ID,
        /// a page names a track of which nothing is known
        UNKNOWN_ID,
        /// a page names the same track as an older one
        SAME_ID;

        /// Whether Segue can put it right: it deletes nothing, and invents nothing.
        boolean fixable() {
            return this == DIFFERENT || this == NO_PAGE;
        }
    }

    /// What became of a finding.
    public enum Outcome {
        /// it is as it should be now
        FIXED,
        /// it has become another difference meanwhile, and is left alone
        CHANGED,
        /// the catalogue does not take it
        REFUSED
    }

    static Finding different(CatalogueRow row, TrackId track, String field, String catalogue, String known) {
        return new Finding(
                Kind.DIFFERENT,
                Optional.of(track),
                Optional.of(row.title()),
                Optional.of(row.page()),
                Optional.of(field),
                Optional.of(catalogue),
                Optional.of(known),
                Optional.empty(),
                Optional.empty());
    }

    static Finding noPage(TrackId track, Optional<String> title) {
        return about(Kind.NO_PAGE, Optional.of(track), title, Optional.empty(), Optional.empty());
    }

    static Finding of(Kind kind, CatalogueRow row, String advice) {
        return about(kind, row.id(), Optional.of(row.title()), Optional.of(row.page()), Optional.of(advice));
    }

    private static Finding about(
            Kind kind,
            Optional<TrackId> track,
            Optional<String> title,
            Optional<String> page,
            Optional<String> advice) {
        Optional<String> none = Optional.empty();
        return new Finding(kind, track, title, page, none, none, none, advice, Optional.empty());
    }

    /// Whether it is still to be fixed.
    boolean open() {
        return kind.fixable() && outcome.isEmpty();
    }

    Finding ended(Outcome end, Optional<String> why) {
        return new Finding(kind, track, title, page, field, catalogue, known, why.or(() -> advice), Optional.of(end));
    }
}
