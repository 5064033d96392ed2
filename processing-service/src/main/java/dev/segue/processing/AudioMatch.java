package dev.segue.processing;

import dev.segue.library.Track;
import dev.segue.library.match.Name;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Which of the person's files is which track: first by the ISRC in its tags, then by title, artist and length. The
/// rules are in `docs/matching.md`. Immutable.
public final class AudioMatch {

    private static final Duration SAME_LENGTH = Duration.ofSeconds(2);
    private static final int ALLOWED_PERCENT = 3;
    private static final Pattern BETWEEN_ARTISTS = Pattern.compile(
            "\\s*[,;/&\\x00]\\s*|\\s+(?:feat\\.?|ft\\.?|featuring|x|vs\\.?|and)\\s+", Pattern.CASE_INSENSITIVE);

    private final Set<InboxFile> all;
    private final Map<String, List<InboxFile>> byIsrc = new HashMap<>();
    private final Map<String, List<InboxFile>> byTitle = new HashMap<>();

    /// Among `files`.
    public AudioMatch(Collection<InboxFile> files) {
        all = Set.copyOf(files);
        for (InboxFile file : files) {
            file.isrc().map(AudioMatch::code).ifPresent(isrc -> add(byIsrc, isrc, file));
            file.title().map(Name::key).ifPresent(title -> add(byTitle, title, file));
        }
    }

    public int size() {
        return all.size();
    }

    public Set<InboxFile> all() {
        return all;
    }

    /// The files among those that are `free` that could be `track`. It is that file if there is exactly one.
    public List<InboxFile> find(Track track, Predicate<InboxFile> free) {
        List<InboxFile> sameCode =
                track.isrc().map(isrc -> byIsrc.getOrDefault(code(isrc), List.of())).orElse(List.of()).stream()
                        .filter(free)
                        .toList();
        return sameCode.isEmpty() ? sameName(track, free) : sameCode;
    }

    private List<InboxFile> sameName(Track track, Predicate<InboxFile> free) {
        List<InboxFile> sameTitle = byTitle.isEmpty()
                ? List.of()
                : track.title()
                        .map(title -> byTitle.getOrDefault(Name.key(title), List.of()))
                        .orElse(List.of());
        if (sameTitle.isEmpty()) {
            return List.of(); // of most tracks: their artists are not looked at
        }
        Set<String> artists = new HashSet<>();
        track.artists().forEach(artist -> artists.addAll(names(artist)));
        return sameTitle.stream()
                .filter(file -> file.artists().stream().anyMatch(artist -> !disjoint(names(artist), artists)))
                .filter(file -> sameLength(file, track))
                .filter(free)
                .toList();
    }

    /// A length that nobody knows is no difference: an unreadable file is found by its name, so that it can be named.
    private static boolean sameLength(InboxFile file, Track track) {
        return file.duration().isEmpty()
                || track.duration().isEmpty()
                || sameLength(file.duration().get(), track.duration().get());
    }

    static boolean sameLength(Duration file, Duration track) {
        Duration allowed = track.multipliedBy(ALLOWED_PERCENT).dividedBy(100);
        Duration difference = file.minus(track).abs();
        return difference.compareTo(SAME_LENGTH) <= 0 || difference.compareTo(allowed) <= 0;
    }

    /// An artist's text as a whole, and each of several in it.
    private static Set<String> names(String artist) {
        var names = new HashSet<String>();
        names.add(Name.key(artist));
        for (String one : BETWEEN_ARTISTS.split(artist, -1)) {
            if (!one.isBlank()) {
                names.add(Name.key(one));
            }
        }
        return names;
    }

    private static boolean disjoint(Set<String> these, Set<String> those) {
        return these.stream().noneMatch(those::contains);
    }

    private static String code(String isrc) {
        return isrc.replace("-", "").replace(" ", "").toUpperCase(Locale.ROOT);
    }

    private static void add(Map<String, List<InboxFile>> index, String key, InboxFile file) {
        index.computeIfAbsent(key, none -> new ArrayList<>()).add(file);
    }
}
