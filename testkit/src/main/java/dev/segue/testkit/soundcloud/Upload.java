package dev.segue.testkit.soundcloud;

import dev.segue.library.AudioFeatures;
import dev.segue.library.ReleaseDate;
import dev.segue.library.Track;
import dev.segue.testkit.standin.Ids;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A track that somebody put on SoundCloud. Immutable.
///
/// @param number       the end of its urn
/// @param title        often with the artist in front of it
/// @param uploader     name of the user
/// @param artist       only of those uploads that name one
/// @param downloadable whether the original may be downloaded
record Upload(
        long number,
        String title,
        String uploader,
        Optional<String> artist,
        Optional<String> label,
        List<String> genres,
        Optional<String> isrc,
        Optional<Double> tempo,
        Optional<ReleaseDate> released,
        Duration length,
        Reach reach,
        boolean downloadable) {

    private static final long FIRST = 100_000_000;
    private static final int NUMBERS = 900_000_000;
    private static final int SHORT = 12;

    /// How much of it the person may hear: `access`.
    enum Reach {
        PLAYABLE,
        PREVIEW,
        BLOCKED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Upload {
        genres = List.copyOf(genres);
    }

    /// The upload of a track: two of three are called "Artist - Title" and came from a label or a fan, who named no
    /// artist; one of ten is blocked, two are previews, and a quarter of the others can be downloaded.
    static Upload of(Track track) {
        String id = track.id().key();
        String artist = track.artists().isEmpty() ? "Unknown" : track.artists().getFirst();
        String title = track.title().orElse("Untitled");
        boolean own = Ids.number("own upload", id, 3) == 0;
        Reach reach = reach(Ids.number("reach", id, 10));
        return new Upload(
                FIRST + Ids.number("upload", id, NUMBERS),
                own ? title : artist + " - " + title,
                own ? artist : track.label().orElse(artist + " fan"),
                own ? Optional.of(artist) : Optional.empty(),
                track.label(),
                track.genres(),
                own ? track.isrc() : Optional.empty(),
                track.features().flatMap(AudioFeatures::tempo),
                track.releaseDate(),
                track.duration().orElse(Duration.ofMinutes(3)),
                reach,
                reach == Reach.PLAYABLE && Ids.number("download", id, 4) == 0);
    }

    private static Reach reach(int chance) {
        return switch (chance) {
            case 0 -> Reach.BLOCKED;
            case 1, 2 -> Reach.PREVIEW;
            default -> Reach.PLAYABLE;
        };
    }

    String urn() {
        return "soundcloud:tracks:" + number;
    }

    long userNumber() {
        return 1L + Ids.number("user", uploader, NUMBERS);
    }

    /// The path of its page on soundcloud.com.
    String permalink() {
        return '/' + slug(uploader) + '/' + slug(title) + '-' + number % 1000;
    }

    /// The path of its short link on on.soundcloud.com.
    String shortLink() {
        return '/' + Ids.of("short link", urn()).substring(0, SHORT);
    }

    static String slug(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        String slug = plain.replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-");
        return slug.equals("-") ? "track" : slug.replaceAll("^-|-$", "");
    }
}
