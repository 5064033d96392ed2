package dev.segue.processing;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Asks several ways one after another. Thread-safe.
final class DownloadOrder implements Download {

    private final List<Download> ways;

    DownloadOrder(List<Download> ways) {
        this.ways = List.copyOf(ways);
    }

    @Override
    public Result bring(Track track, Path directory) {
        var reasons = new ArrayList<String>();
        boolean locked = false;
        for (Download way : ways) {
            switch (way.bring(track, directory)) {
                case Result.Brought brought -> {
                    return brought;
                }
                case Result.Nothing(String why) -> reasons.add(why);
                case Result.Locked(String why) -> {
                    locked = true;
                    reasons.addFirst(why);
                }
            }
        }
        String why = String.join("; ", reasons);
        return locked ? new Result.Locked(why) : new Result.Nothing(why);
    }

    @Override
    public void forget(TrackId id) {
        ways.forEach(way -> way.forget(id));
    }
}
