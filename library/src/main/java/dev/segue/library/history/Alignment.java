package dev.segue.library.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Which entry of one list is which of another. The same key may stand several times in either. Immutable.
///
/// As many entries as possible are the same ones, and of these as many as possible have kept their order: they are the
/// longest common subsequence (Hunt and Szymanski's way: a longest increasing subsequence of the places of equal keys).
///
/// @param kept    entries in both, in the same order in both
/// @param moved   entries in both that stand elsewhere now, by place in the second list
/// @param removed places in the first list of what the second lacks
/// @param added   places in the second list of what the first lacks
record Alignment(List<Pair> kept, List<Pair> moved, List<Integer> removed, List<Integer> added) {

    /// Beyond so many ways to pair the entries of one key, the first is taken for the first, the second for the second.
    private static final long MOST_WAYS = 10_000;

    /// The same entry, at its place in each list.
    record Pair(int before, int after) {}

    /// A pair at the end of an increasing sequence of pairs.
    private record Link(Pair pair, Optional<Link> previous) {}

    static <K> Alignment of(List<K> before, List<K> after) {
        List<Pair> kept = longestCommon(before, after);
        boolean[] usedBefore = new boolean[before.size()];
        boolean[] usedAfter = new boolean[after.size()];
        kept.forEach(pair -> {
            usedBefore[pair.before()] = true;
            usedAfter[pair.after()] = true;
        });
        var moved = new ArrayList<Pair>();
        var added = new ArrayList<Integer>();
        Map<K, Deque<Integer>> left = unused(before, usedBefore);
        for (int at = 0; at < after.size(); at++) {
            if (!usedAfter[at]) {
                Integer from =
                        left.getOrDefault(after.get(at), new ArrayDeque<>()).poll();
                if (from == null) {
                    added.add(at);
                } else {
                    moved.add(new Pair(from, at));
                }
            }
        }
        List<Integer> removed =
                left.values().stream().flatMap(Deque::stream).sorted().toList();
        return new Alignment(kept, moved, removed, added);
    }

    private static <K> Map<K, Deque<Integer>> unused(List<K> keys, boolean[] used) {
        var places = new HashMap<K, Deque<Integer>>();
        for (int at = 0; at < used.length; at++) {
            if (!used[at]) {
                places.computeIfAbsent(keys.get(at), none -> new ArrayDeque<>()).add(at);
            }
        }
        return places;
    }

    private static <K> List<Pair> longestCommon(List<K> before, List<K> after) {
        Map<K, List<Integer>> places = places(after);
        Map<K, Long> times = new HashMap<>();
        before.forEach(key -> times.merge(key, 1L, Long::sum));
        Map<K, Integer> seen = new HashMap<>();
        // ends.get(n): of all sequences of n + 1 pairs, the one that ends first in the second list
        var ends = new ArrayList<Link>();
        for (int at = 0; at < before.size(); at++) {
            K key = before.get(at);
            List<Integer> candidates = places.getOrDefault(key, List.of());
            int number = seen.merge(key, 1, Integer::sum) - 1;
            if (candidates.size() * Objects.requireNonNull(times.get(key)) <= MOST_WAYS) {
                for (int candidate = candidates.size() - 1; candidate >= 0; candidate--) {
                    extend(ends, new Pair(at, candidates.get(candidate)));
                }
            } else if (number < candidates.size()) {
                extend(ends, new Pair(at, candidates.get(number)));
            }
        }
        return ends.isEmpty() ? List.of() : pairs(ends.getLast());
    }

    private static <K> Map<K, List<Integer>> places(List<K> keys) {
        var places = new HashMap<K, List<Integer>>();
        for (int at = 0; at < keys.size(); at++) {
            places.computeIfAbsent(keys.get(at), none -> new ArrayList<>(1)).add(at);
        }
        return places;
    }

    private static void extend(List<Link> ends, Pair pair) {
        int low = 0;
        int high = ends.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends.get(middle).pair().after() < pair.after()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        var link = new Link(pair, low == 0 ? Optional.empty() : Optional.of(ends.get(low - 1)));
        if (low == ends.size()) {
            ends.add(link);
        } else {
            ends.set(low, link);
        }
    }

    private static List<Pair> pairs(Link end) {
        var pairs = new ArrayList<Pair>();
        Optional<Link> link = Optional.of(end);
        while (link.isPresent()) {
            pairs.add(link.get().pair());
            link = link.get().previous();
        }
        return pairs.reversed();
    }
}
