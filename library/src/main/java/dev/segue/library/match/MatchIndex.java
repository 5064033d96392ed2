package dev.segue.library.match;

import dev.segue.library.match.Fingerprint.Reading;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which of many recordings are one, and which of them a new one is. Immutable.
///
/// ```java
/// MatchIndex index = MatchIndex.of(tracks.size(), place -> Recording.of(tracks.get(place)));
/// index.find(Recording.named("Mara Lind - Night Bus [free download]")).map(found -> tracks.get(found.place()));
/// ```
///
/// Only recordings with the same ISRC, or with an artist and the bare name of the title in common, are compared, so a
/// million are grouped in little more than the time that it takes to read their titles. A recording takes 8 bytes for
/// each such key, two or three in all; nothing of its text is kept.
///
/// In a group, the first one stands for all: every other one is the same as that, not merely as one of the others, so
/// lengths do not drift. Of a name that an artist has used more than a hundred times, only the first hundred count.
public final class MatchIndex {

    private static final int MOST_OF_A_NAME = 100;

    private final IntFunction<Recording> recordings;
    private final long[] keys;
    private final Map<Integer, Integer> firsts = new HashMap<>();

    private MatchIndex(int size, IntFunction<Recording> recordings) {
        this.recordings = recordings;
        this.keys = IntStream.range(0, size)
                .parallel()
                .mapToObj(place -> Arrays.stream(keys(Fingerprint.of(recordings.apply(place))))
                        .mapToLong(key -> ((long) key << 32) | place))
                .flatMapToLong(keysOfOne -> keysOfOne)
                .toArray();
        Arrays.parallelSort(keys);
        group();
    }

    /// An index of the recordings 0 to `size` - 1, the one that should stand for others first.
    ///
    /// @param recordings is asked again whenever one of them is compared; must always answer the same
    public static MatchIndex of(int size, IntFunction<Recording> recordings) {
        return new MatchIndex(size, recordings);
    }

    /// A recording that is the same as another.
    public record Found(int place, Verdict verdict) {}

    /// The recording that stands for the one at `place`; that one itself if it is alone or stands for others.
    public int first(int place) {
        return firsts.getOrDefault(place, place);
    }

    /// Every recording that another one stands for, with that one.
    public Map<Integer, Integer> firsts() {
        return Map.copyOf(firsts);
    }

    /// The first recording here that is the same as `recording`.
    public Optional<Found> find(Recording recording) {
        Fingerprint wanted = Fingerprint.of(recording);
        for (int place : candidates(wanted)) {
            Verdict verdict = Matching.judge(Fingerprint.of(recordings.apply(place)), wanted);
            if (verdict.isSame()) {
                return Optional.of(new Found(place, verdict));
            }
        }
        return Optional.empty();
    }

    private void group() {
        var ready = new HashMap<Integer, Fingerprint>();
        sharing().forEach(place -> ready.put(place, Fingerprint.of(recordings.apply(place))));
        new TreeMap<>(ready)
                .forEach((place, here) -> Arrays.stream(candidates(here))
                        .takeWhile(earlier -> earlier < place)
                        .filter(earlier -> isSame(earlier, ready.get(earlier), here))
                        .findFirst()
                        .ifPresent(earlier -> firsts.put(place, first(earlier))));
    }

    /// One that stands for others has to be the same; of the others, only the ISRC counts.
    private boolean isSame(int earlier, @Nullable Fingerprint there, Fingerprint here) {
        if (there == null) {
            return false;
        }
        boolean code = !here.isrc().isEmpty() && here.isrc().equals(there.isrc());
        return code || (first(earlier) == earlier && Matching.judge(there, here).isSame());
    }

    /// Places with a key that another place has, too.
    private Set<Integer> sharing() {
        var sharing = new HashSet<Integer>();
        for (int at = 1; at < keys.length; at++) {
            if (keys[at] >> 32 == keys[at - 1] >> 32) {
                sharing.add((int) keys[at]);
                sharing.add((int) keys[at - 1]);
            }
        }
        return sharing;
    }

    /// Places with a key of `wanted`, in order.
    private int[] candidates(Fingerprint wanted) {
        int[] places = new int[4];
        int found = 0;
        for (int key : keys(wanted)) {
            int from = Arrays.binarySearch(keys, (long) key << 32);
            from = from < 0 ? -from - 1 : from;
            int to = Math.min(keys.length, from + MOST_OF_A_NAME);
            for (int at = from; at < to && keys[at] >> 32 == key; at++) {
                places = found == places.length ? Arrays.copyOf(places, 2 * found) : places;
                places[found++] = (int) keys[at];
            }
        }
        int[] all = Arrays.copyOf(places, found);
        Arrays.sort(all);
        return all;
    }

    private static int[] keys(Fingerprint recording) {
        var keys = new Keys();
        if (!recording.isrc().isEmpty()) {
            keys.add(recording.isrc().hashCode());
        }
        for (Reading reading : recording.readings()) {
            Title title = reading.title();
            reading.artists().forEachName(artist -> {
                keys.add(key(title.name(), artist));
                if (title.subtitled()) {
                    keys.add(key(title.whole(), artist));
                }
            });
        }
        return keys.all();
    }

    /// A few numbers, each once.
    private static final class Keys {

        private int[] keys = new int[4];
        private int size;

        void add(int key) {
            for (int at = 0; at < size; at++) {
                if (keys[at] == key) {
                    return;
                }
            }
            keys = size == keys.length ? Arrays.copyOf(keys, 2 * size) : keys;
            keys[size++] = key;
        }

        int[] all() {
            return Arrays.copyOf(keys, size);
        }
    }

    private static int key(String title, String artist) {
        int hash = 31 * title.hashCode() + artist.hashCode() * 0x9e3779b9;
        return hash ^ hash >>> 15;
    }
}
