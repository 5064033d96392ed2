package dev.segue.sync;

import dev.segue.library.AudioFeatures;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.fact.TrackEnriched;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What the catalogue holds of a track, beside its id and its playlists. `docs/catalogue.md` describes each.
///
/// A value is a `String`, a `Long` or a `Double`, as [#kind()] says, so that it reads back from any catalogue exactly
/// as it was written and rows can be compared.
public enum Field {
    TITLE(Kind.TEXT, of(Track::title)),
    ARTISTS(Kind.TEXT, joined("; ", Track::artists)),
    ALBUM(Kind.TEXT, of(Track::album)),
    RELEASE_DATE(Kind.TEXT, of(track -> track.releaseDate().map(Object::toString))),
    DURATION_MS(Kind.WHOLE, of(track -> track.duration().map(Duration::toMillis))),
    ISRC(Kind.TEXT, of(Track::isrc)),
    EXPLICIT(Kind.WHOLE, of(track -> track.explicit().map(Field::flag))),
    /// changes weekly, so a difference in it alone is none: it is written when something else is
    POPULARITY(Kind.WHOLE, of(track -> track.popularity().map(Integer::longValue))),
    LABEL(Kind.TEXT, of(Track::label)),
    GENRES(Kind.TEXT, joined(", ", Track::genres)),
    TEMPO(Kind.REAL, sound(AudioFeatures::tempo)),
    KEY(Kind.WHOLE, number(AudioFeatures::key)),
    MODE(Kind.WHOLE, number(AudioFeatures::mode)),
    ENERGY(Kind.REAL, sound(AudioFeatures::energy)),
    DANCEABILITY(Kind.REAL, sound(AudioFeatures::danceability)),
    VALENCE(Kind.REAL, sound(AudioFeatures::valence)),
    LOUDNESS(Kind.REAL, sound(AudioFeatures::loudness)),
    ACOUSTICNESS(Kind.REAL, sound(AudioFeatures::acousticness)),
    INSTRUMENTALNESS(Kind.REAL, sound(AudioFeatures::instrumentalness)),
    LIVENESS(Kind.REAL, sound(AudioFeatures::liveness)),
    SPEECHINESS(Kind.REAL, sound(AudioFeatures::speechiness)),
    TIME_SIGNATURE(Kind.WHOLE, number(AudioFeatures::timeSignature)),
    LINK(Kind.TEXT, of(Track::link)),
    ADDED_AT(Kind.TEXT, of(track -> track.addedAt().map(Instant::toString))),
    LIKED(Kind.WHOLE, fact -> Optional.of(flag(fact.liked()))),
    PROVENANCE(Kind.TEXT, fact -> Optional.of(fact.provenance().summary())),
    COMPLETE(Kind.WHOLE, fact -> Optional.of(flag(fact.complete()))),
    DUPLICATE_OF(Kind.TEXT, fact -> fact.duplicateOf().map(TrackId::toString));

    /// What kind of values a field has.
    public enum Kind {
        /// a `String`
        TEXT,
        /// a `Long`; 0 or 1 for no and yes
        WHOLE,
        /// a `Double`
        REAL
    }

    private final Kind kind;
    private final String column = name().toLowerCase(Locale.ROOT);
    private final Function<TrackEnriched, Optional<?>> value;

    Field(Kind kind, Function<TrackEnriched, Optional<?>> value) {
        this.kind = kind;
        this.value = value;
    }

    public Kind kind() {
        return kind;
    }

    /// Its name in the catalogue, such as `release_date`.
    public String column() {
        return column;
    }

    /// What `fact` says; empty if it says nothing.
    Optional<?> of(TrackEnriched fact) {
        return value.apply(fact);
    }

    private static Function<TrackEnriched, Optional<?>> of(Function<Track, Optional<?>> value) {
        return fact -> value.apply(fact.track());
    }

    private static Function<TrackEnriched, Optional<?>> joined(String separator, Function<Track, List<String>> values) {
        return fact ->
                Optional.of(String.join(separator, values.apply(fact.track()))).filter(text -> !text.isEmpty());
    }

    private static Function<TrackEnriched, Optional<?>> sound(Function<AudioFeatures, Optional<Double>> value) {
        return fact -> fact.track().features().flatMap(value);
    }

    private static Function<TrackEnriched, Optional<?>> number(Function<AudioFeatures, Optional<Integer>> value) {
        return fact -> fact.track().features().flatMap(value).map(Integer::longValue);
    }

    private static Long flag(boolean yes) {
        return yes ? 1L : 0L;
    }
}
