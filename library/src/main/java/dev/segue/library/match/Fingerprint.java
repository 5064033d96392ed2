package dev.segue.library.match;

import dev.segue.library.Isrc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A recording, made ready to be compared with many. Immutable.
public final class Fingerprint {

    static final int UNKNOWN = -1;

    /// A name and who made it. A title may have several readings: uploaders write the artist into it.
    record Reading(Title title, Artists artists) {}

    private final String id;
    private final String isrc;
    private final List<Reading> readings;
    private final String albumText;
    private @Nullable Album album;
    private final long millis;
    private final Optional<Boolean> explicit;

    private Fingerprint(Recording recording) {
        id = recording.id().orElse("");
        isrc = recording.isrc().map(Isrc::code).orElse("");
        albumText = recording.album().orElse("");
        millis = recording
                .duration()
                .map(length -> length.toMillis())
                .filter(length -> length > 0)
                .orElse(-1L);
        readings = recording
                .title()
                .filter(title -> !title.isBlank())
                .map(title -> readings(title, recording))
                .orElse(List.of());
        explicit = recording
                .explicit()
                .or(() -> readings.stream()
                        .flatMap(reading -> reading.title().explicit().stream())
                        .findFirst());
    }

    /// Of `recording`.
    public static Fingerprint of(Recording recording) {
        return new Fingerprint(recording);
    }

    private List<Reading> readings(String text, Recording recording) {
        Artists artists = Artists.of(recording.artists());
        Optional<Title> plain = Title.plain(text);
        if (plain.isPresent()) {
            return List.of(new Reading(plain.get(), artists));
        }
        List<TitleParts.Part> parts = TitleParts.of(text);
        Title title = Title.of(parts, text);
        Reading written = new Reading(title, artists.and(title.guests()));
        return id.startsWith("spotify:") || parts.isEmpty()
                ? List.of(written)
                : uploaded(written, parts, text, artists);
    }

    /// The title as it is written, and what it means if the uploader wrote the artist into it, or announces something.
    private static List<Reading> uploaded(Reading written, List<TitleParts.Part> parts, String text, Artists artists) {
        String begun = Uploads.withoutStart(text);
        List<TitleParts.Part> rest = begun.equals(text) ? parts : TitleParts.of(begun);
        List<TitleParts.Part> plain = Uploads.plain(rest.isEmpty() ? parts : rest);
        boolean announced = !plain.equals(parts);
        List<TitleParts.Part> dashed = hasDash(plain)
                ? plain
                : Uploads.withDash(begun)
                        .map(changed -> Uploads.plain(TitleParts.of(changed)))
                        .orElse(plain);
        if (!announced && !hasDash(dashed)) {
            return List.of(written);
        }
        var readings = new ArrayList<Reading>(3);
        readings.add(written);
        if (announced) {
            Title title = Title.of(plain, text);
            readings.add(new Reading(title, artists.and(title.guests())));
        }
        if (hasDash(dashed)) {
            readings.addAll(Dashes.readings(dashed, text));
            Uploads.withoutNumber(dashed).ifPresent(named -> readings.addAll(Dashes.readings(named, text)));
        }
        return readings;
    }

    private static boolean hasDash(List<TitleParts.Part> parts) {
        return parts.stream().anyMatch(part -> part.place() == TitleParts.Place.AFTER_DASH);
    }

    String id() {
        return id;
    }

    String isrc() {
        return isrc;
    }

    List<Reading> readings() {
        return readings;
    }

    /// Read when it is asked for, perhaps by two at once: most recordings are never compared.
    Album album() {
        Album read = album;
        if (read == null) {
            read = Album.of(albumText);
            album = read;
        }
        return read;
    }

    /// Length, or [#UNKNOWN].
    long millis() {
        return millis;
    }

    /// Whether both are from an album of the very same title, or both from none.
    boolean isOnSameAlbum(Fingerprint other) {
        return albumText.equals(other.albumText);
    }

    Optional<Boolean> explicit() {
        return explicit;
    }
}
