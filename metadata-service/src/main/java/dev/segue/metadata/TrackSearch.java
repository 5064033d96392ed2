package dev.segue.metadata;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.csv.CsvEntry;
import dev.segue.library.fact.TrackFetched;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds tracks by words of their titles and artists. Case and accents make no difference. Thread-safe.
@ApplicationScoped
public class TrackSearch {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private record Match(TrackId id, int rank) {}

    private final TrackIndex index;

    public TrackSearch(TrackIndex index) {
        this.index = index;
    }

    /// Those that have every word of `query`, or a word that begins so: titles that are the whole query first, then
    /// titles that have all of it, then the others, as the backup has them.
    ///
    /// @param limit at most so many
    public List<TrackId> find(String query, int limit) {
        String wanted = plain(query);
        List<String> words = List.of(wanted.strip().split(" "));
        return tracks().flatMap(track -> match(track, wanted, words).stream())
                .sorted(Comparator.comparingInt(Match::rank))
                .limit(limit)
                .map(Match::id)
                .toList();
    }

    /// Whether there is a word in `query` at all.
    public static boolean hasWords(String query) {
        return !plain(query).isBlank();
    }

    private Stream<Track> tracks() {
        Stream<Track> backup = index.library().entries().stream().map(CsvEntry::track);
        Stream<Track> fetched = index.answers().stream()
                .filter(answer -> index.library().find(answer.id()).isEmpty())
                .map(TrackFetched::track)
                .flatMap(Optional::stream);
        return Stream.concat(backup, fetched);
    }

    private static Optional<Match> match(Track track, String query, List<String> words) {
        String title = plain(track.title().orElse(""));
        String all = title + plain(String.join(" ", track.artists()));
        if (!words.stream().allMatch(word -> all.contains(" " + word))) {
            return Optional.empty();
        }
        return Optional.of(
                new Match(track.id(), title.equals(query) ? 0 : title.contains(query.stripTrailing()) ? 1 : 2));
    }

    /// The words of `text`, with a blank before each and one at the end.
    private static String plain(String text) {
        String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return NO_WORD.matcher(' ' + folded + ' ').replaceAll(" ");
    }
}
