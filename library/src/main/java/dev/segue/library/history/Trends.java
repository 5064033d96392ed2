package dev.segue.library.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a playlist, or the whole library, changed over all its snapshots. Immutable; this is also its form as JSON.
///
/// @param playlist  which; absent for the whole library
/// @param snapshots what each of them shows, oldest first; of the whole library, one for each day (UTC) on which a
///                  playlist was exported or observed: the newest of each playlist together
/// @param additions tracks added in each month, oldest first; months without any are left out
/// @param artists   who has most tracks among all that ever were in there, most first
public record Trends(Optional<String> playlist, List<Point> snapshots, List<Month> additions, List<Count> artists) {

    /// What one snapshot shows.
    ///
    /// @param source  the file, or `observed`; absent for the whole library
    /// @param tracks  entries of the playlist; distinct tracks of the library
    /// @param tempo   beats a minute; absent if no track's is known
    /// @param energy  0 to 1; absent if no track's is known
    /// @param genres  those of most tracks, most first
    /// @param decades oldest first
    public record Point(
            Instant takenAt,
            Optional<String> source,
            int tracks,
            Optional<Summary> tempo,
            Optional<Summary> energy,
            List<Count> genres,
            List<Decade> decades) {}

    /// Many numbers in three, to the thousandth.
    ///
    /// @param known how many tracks have one
    public record Summary(double mean, double median, int known) {}

    /// How many tracks have something in common.
    public record Count(String name, int tracks) {}

    /// How many tracks came out in ten years.
    ///
    /// @param decade its first year, such as 1990
    public record Decade(int decade, int tracks) {}

    /// How many tracks were added in a month.
    ///
    /// @param month such as `2026-01`, in UTC
    public record Month(String month, int tracks) {}

    public Trends {
        snapshots = List.copyOf(snapshots);
        additions = List.copyOf(additions);
        artists = List.copyOf(artists);
    }

    /// Those of one playlist.
    public static Trends of(Timeline playlist) {
        var ever = new Everything();
        List<Point> points = playlist.snapshots().stream()
                .map(snapshot -> {
                    var tracks = snapshot.tracks();
                    ever.add(tracks);
                    return Points.of(snapshot.takenAt(), Optional.of(snapshot.source()), tracks);
                })
                .toList();
        return new Trends(Optional.of(playlist.playlist()), points, ever.additions(), ever.artists());
    }

    /// Those of the whole library.
    public static Trends of(List<Timeline> library) {
        var ever = new Everything();
        List<Point> points = new Days(library, ever).points();
        return new Trends(Optional.empty(), points, ever.firstAdditions(), ever.artists());
    }
}
