package dev.segue.processing.command;

import dev.segue.library.TrackId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far downloads are: the last percentage in a line that a program says, as yt-dlp, curl and others do.
/// Thread-safe.
final class Percent {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.])(\\d{1,3}(?:\\.\\d{1,3})?)\\s?%");
    private static final double WHOLE = 100;

    private final Map<TrackId, Double> now = new ConcurrentHashMap<>();

    /// Reads a line of the program that brings `id`.
    void read(TrackId id, String line) {
        Matcher numbers = NUMBER.matcher(line);
        numbers.results()
                .reduce((_, later) -> later)
                .map(MatchResult::group)
                .map(text -> Double.parseDouble(text.replace("%", "").strip()))
                .filter(percent -> percent <= WHOLE)
                .ifPresent(percent -> now.put(id, percent));
    }

    void over(TrackId id) {
        now.remove(id);
    }

    Map<TrackId, Double> all() {
        return Map.copyOf(now);
    }
}
