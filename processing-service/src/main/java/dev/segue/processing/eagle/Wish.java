package dev.segue.processing.eagle;

import dev.segue.library.Placement;
import dev.segue.library.Track;
import dev.segue.library.fact.TrackSynced;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A file that shall come to Eagle, and stay there as the catalogue has it. Immutable.
///
/// @param playlists that the track is in, each a folder there
/// @param file      in the output folder
/// @param asked     when Eagle was asked for it last
/// @param times     how often, since something changed
/// @param item      if it is there
/// @param given     the labels that the item has of us
record Wish(
        Track track,
        List<String> playlists,
        String file,
        Optional<Instant> asked,
        int times,
        Optional<String> item,
        Optional<Labels> given) {

    /// After so many tries it is given up, until something changes or somebody asks.
    static final int MOST_TIMES = 5;

    Wish {
        playlists = List.copyOf(playlists);
        if (item.isPresent() && given.isEmpty()) { // written before labels were followed
            given = Optional.of(Labels.of(track, playlists));
        }
    }

    static Wish of(TrackSynced synced, Path file) {
        return new Wish(
                synced.track(),
                playlists(synced),
                file.toString(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty());
    }

    private static List<String> playlists(TrackSynced synced) {
        return synced.playlists().stream()
                .map(Placement::playlist)
                .distinct()
                .sorted()
                .toList();
    }

    /// What the item shall have of us.
    Labels wanted() {
        return Labels.of(track, playlists);
    }

    /// Whether nothing is left to do.
    boolean done() {
        return item.isPresent() && given.filter(wanted()::equals).isPresent();
    }

    /// The same, as the catalogue has it now.
    Wish now(TrackSynced synced, Path path) {
        var next = new Wish(synced.track(), playlists(synced), path.toString(), asked, times, item, given);
        boolean same = next.wanted().equals(wanted()) && next.file().equals(file);
        return same ? this : next.anew();
    }

    /// As if never asked for, but for when: an item may still be on its way.
    Wish anew() {
        return new Wish(track, playlists, file, asked, 0, item, given);
    }

    boolean isGivenUp() {
        return times >= MOST_TIMES && !done();
    }

    Wish asked(Instant at) {
        return new Wish(track, playlists, file, Optional.of(at), times + 1, item, given);
    }

    /// It is there, with these labels.
    Wish granted(String id, Labels labels) {
        return new Wish(track, playlists, file, asked, 0, Optional.of(id), Optional.of(labels));
    }
}
