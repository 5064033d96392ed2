package dev.segue.processing;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Asks several ways one after another. Thread-safe.
final class DownloadOrder implements Download {

    private final List<Download> ways;

    DownloadOrder(List<Download> ways) {
        this.ways = List.copyOf(ways);
    }

    @Override
    public Result bring(Track track, Supplier<Path> directory) {
        var vain = new ArrayList<Result>();
        for (Download way : ways) {
            Result result = way.bring(track, directory);
            if (result instanceof Result.Brought
                    || result instanceof Result.Later
                    || result instanceof Result.Trouble) {
                return result;
            }
            vain.add(result);
        }
        String why = vain.stream()
                .map(DownloadOrder::why)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        if (vain.stream().anyMatch(Result.Locked.class::isInstance)) {
            return new Result.Locked(why);
        }
        if (vain.stream().anyMatch(Result.Preview.class::isInstance)) {
            return new Result.Preview(why);
        }
        return vain.stream().anyMatch(Result.Nothing.class::isInstance)
                ? new Result.Nothing(why)
                : new Result.Unable(why);
    }

    private static String why(Result result) {
        return switch (result) {
            case Result.Brought(Path file) -> file.toString();
            case Result.Nothing(String why) -> why;
            case Result.Unable(String why) -> why;
            case Result.Locked(String why) -> why;
            case Result.Preview(String why) -> why;
            case Result.Later(String why, Instant _) -> why;
            case Result.Trouble(String why) -> why;
        };
    }

    @Override
    public Map<TrackId, Double> progress() {
        var all = new HashMap<TrackId, Double>();
        ways.forEach(way -> all.putAll(way.progress()));
        return all;
    }
}
