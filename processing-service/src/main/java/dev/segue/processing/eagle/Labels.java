package dev.segue.processing.eagle;

import dev.segue.library.Track;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/// What an item has of ours: the rest of its tags and folders is the person's. Immutable.
///
/// @param tags    genres and playlists
/// @param folders playlists, by name
record Labels(List<String> tags, List<String> folders) {

    /// Nothing.
    static final Labels NONE = new Labels(List.of(), List.of());

    Labels {
        tags = List.copyOf(tags);
        folders = List.copyOf(folders);
    }

    static Labels of(Track track, List<String> playlists) {
        List<String> tags = Stream.concat(track.genres().stream(), playlists.stream())
                .distinct()
                .toList();
        return new Labels(tags, playlists);
    }

    /// `there`, with `before` taken out and `now` put in; what is in both stays where it is.
    static List<String> changed(List<String> there, Collection<String> before, Collection<String> now) {
        var all = new LinkedHashSet<>(there);
        before.stream().filter(old -> !now.contains(old)).forEach(all::remove);
        all.addAll(now);
        return new ArrayList<>(all);
    }
}
