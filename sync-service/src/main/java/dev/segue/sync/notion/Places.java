package dev.segue.sync.notion;

import dev.segue.library.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A track's places in playlists as text, one line a playlist: `Warm up: 3, 17`. A relation has no order.
final class Places {

    private static final int MOST_PLAYLISTS = 100;

    private Places() {}

    static String text(List<Placement> places) {
        var lines = new TreeMap<String, List<String>>();
        for (Placement place : places) {
            lines.computeIfAbsent(name(place.playlist()), none -> new ArrayList<>())
                    .add(Integer.toString(place.position()));
        }
        return lines.entrySet().stream()
                .limit(MOST_PLAYLISTS)
                .map(line -> line.getKey() + ": " + String.join(", ", line.getValue()))
                .collect(Collectors.joining("\n"));
    }

    static List<Placement> parse(String text) {
        var places = new ArrayList<Placement>();
        for (String line : text.split("\n", -1)) {
            int colon = line.lastIndexOf(": ");
            if (colon > 0) {
                for (String position : line.substring(colon + 2).split(", ", -1)) {
                    if (position.matches("[1-9]\\d{0,8}")) {
                        places.add(new Placement(line.substring(0, colon), Integer.parseInt(position)));
                    }
                }
            }
        }
        return places;
    }

    /// A playlist's name as a page's title shows it.
    private static String name(String playlist) {
        return Text.plain(Text.pieces(playlist.replaceAll("\\R", " ")));
    }
}
