package dev.segue.library.store;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which bytes a track is: its id, a bit for each field that is there, and those fields. Reads back as an equal track,
/// its length to the millisecond.
public final class TrackForm {

    private static final int TITLE = 1;
    private static final int ARTISTS = 1 << 1;
    private static final int ALBUM = 1 << 2;
    private static final int DURATION = 1 << 3;
    private static final int RELEASE_DATE = 1 << 4;
    private static final int ISRC = 1 << 5;
    private static final int EXPLICIT_KNOWN = 1 << 6;
    private static final int EXPLICIT = 1 << 7;
    private static final int POPULARITY = 1 << 8;
    private static final int LABEL = 1 << 9;
    private static final int GENRES = 1 << 10;
    /// the link that follows from the id
    private static final int USUAL_LINK = 1 << 11;
    private static final int OTHER_LINK = 1 << 12;
    private static final int ADDED_AT = 1 << 13;
    private static final int FEATURES = 1 << 14;

    private TrackForm() {}

    public static void write(Track track, ByteWriter to) {
        writeId(track.id(), to);
        int there = there(track);
        to.number(there);
        track.title().ifPresent(to::text);
        writeNames(track.artists(), to);
        track.album().ifPresent(to::text);
        track.duration().ifPresent(length -> to.number(length.toMillis()));
        track.releaseDate().ifPresent(date -> DateForm.write(date, to));
        track.isrc().ifPresent(to::text);
        track.popularity().ifPresent(value -> to.number(value));
        track.label().ifPresent(to::text);
        writeNames(track.genres(), to);
        if ((there & OTHER_LINK) != 0) {
            track.link().ifPresent(to::text);
        }
        track.addedAt().ifPresent(at -> writeMoment(at, to));
        track.features().ifPresent(features -> FeaturesForm.write(features, to));
    }

    private static int there(Track track) {
        boolean linked = track.link().isPresent();
        boolean usual = track.link().filter(track.id()::isLink).isPresent();
        return bit(TITLE, track.title().isPresent())
                | bit(ARTISTS, !track.artists().isEmpty())
                | bit(ALBUM, track.album().isPresent())
                | bit(DURATION, track.duration().isPresent())
                | bit(RELEASE_DATE, track.releaseDate().isPresent())
                | bit(ISRC, track.isrc().isPresent())
                | bit(EXPLICIT_KNOWN, track.explicit().isPresent())
                | bit(EXPLICIT, track.explicit().orElse(false))
                | bit(POPULARITY, track.popularity().isPresent())
                | bit(LABEL, track.label().isPresent())
                | bit(GENRES, !track.genres().isEmpty())
                | bit(USUAL_LINK, usual)
                | bit(OTHER_LINK, linked && !usual)
                | bit(ADDED_AT, track.addedAt().isPresent())
                | bit(FEATURES, track.features().isPresent());
    }

    private static int bit(int bit, boolean set) {
        return set ? bit : 0;
    }

    private static void writeId(TrackId id, ByteWriter to) {
        to.fixed(PackedId.head(id));
        to.fixed(PackedId.middle(id));
        to.number(PackedId.tail(id));
    }

    private static void writeNames(List<String> names, ByteWriter to) {
        if (!names.isEmpty()) {
            to.number(names.size());
            names.forEach(to::text);
        }
    }

    private static void writeMoment(Instant at, ByteWriter to) {
        to.signed(at.getEpochSecond());
        to.number(at.getNano());
    }

    /// The track that begins where `from` stands.
    public static Track read(ByteReader from) {
        TrackId id = readId(from);
        int there = from.small();
        return new Track(
                id,
                text(there, TITLE, from),
                names(there, ARTISTS, from),
                text(there, ALBUM, from),
                has(there, DURATION) ? Optional.of(Duration.ofMillis(from.number())) : Optional.empty(),
                has(there, RELEASE_DATE) ? Optional.of(DateForm.read(from)) : Optional.empty(),
                text(there, ISRC, from),
                has(there, EXPLICIT_KNOWN) ? Optional.of(has(there, EXPLICIT)) : Optional.empty(),
                has(there, POPULARITY) ? Optional.of(from.small()) : Optional.empty(),
                text(there, LABEL, from),
                names(there, GENRES, from),
                has(there, USUAL_LINK) ? id.link() : text(there, OTHER_LINK, from),
                has(there, ADDED_AT) ? Optional.of(readMoment(from)) : Optional.empty(),
                has(there, FEATURES) ? Optional.of(FeaturesForm.read(from)) : Optional.empty());
    }

    /// The id of the track that begins where `from` stands, alone.
    public static TrackId readId(ByteReader from) {
        long head = from.fixed();
        long middle = from.fixed();
        return PackedId.unpacked(head, middle, from.small());
    }

    /// Title and artists of the track that begins where `from` stands, alone.
    public static Names readNames(ByteReader from) {
        from.skip(2 * Long.BYTES);
        from.number();
        int there = from.small();
        return new Names(text(there, TITLE, from), names(there, ARTISTS, from));
    }

    /// What people call a track by.
    public record Names(Optional<String> title, List<String> artists) {}

    private static boolean has(int there, int bit) {
        return (there & bit) != 0;
    }

    private static Optional<String> text(int there, int bit, ByteReader from) {
        return has(there, bit) ? Optional.of(from.text()) : Optional.empty();
    }

    private static List<String> names(int there, int bit, ByteReader from) {
        if (!has(there, bit)) {
            return List.of();
        }
        int count = from.small();
        if (count == 1) {
            return List.of(from.text());
        }
        List<String> names = new ArrayList<>(count);
        for (int name = 0; name < count; name++) {
            names.add(from.text());
        }
        return List.copyOf(names);
    }

    private static Instant readMoment(ByteReader from) {
        long second = from.signed();
        return Instant.ofEpochSecond(second, from.number());
    }
}
