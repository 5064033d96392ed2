package dev.segue.library.store;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which bytes a track is: its id, a bit for each field that is there, and those fields. Reads back as an equal track,
/// its length to the millisecond. [TrackDraft] writes them.
public final class TrackForm {

    static final int TITLE = 1;
    static final int ARTISTS = 1 << 1;
    static final int ALBUM = 1 << 2;
    static final int DURATION = 1 << 3;
    static final int RELEASE_DATE = 1 << 4;
    static final int ISRC = 1 << 5;
    static final int EXPLICIT_KNOWN = 1 << 6;
    static final int EXPLICIT = 1 << 7;
    static final int POPULARITY = 1 << 8;
    static final int LABEL = 1 << 9;
    static final int GENRES = 1 << 10;
    /// the link that follows from the id
    static final int USUAL_LINK = 1 << 11;
    static final int OTHER_LINK = 1 << 12;
    static final int ADDED_AT = 1 << 13;
    static final int FEATURES = 1 << 14;

    private TrackForm() {}

    public static void write(Track track, ByteWriter to) {
        new TrackDraft().of(track).write(to);
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

    /// Goes on to the title of the track that begins where `from` stands. After it comes the number of its artists, and
    /// these.
    ///
    /// @return whether it has both; if not, where `from` stands then says nothing
    public static boolean toNames(ByteReader from) {
        from.skip(2 * Long.BYTES);
        from.number();
        int there = from.small();
        return has(there, TITLE) && has(there, ARTISTS);
    }

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
