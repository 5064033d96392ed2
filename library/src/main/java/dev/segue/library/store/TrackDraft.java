package dev.segue.library.store;

import dev.segue.library.ReleaseDate;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A track on its way to be bytes: its fields, given in any order, each at most once. Makes no objects, so that a
/// million tracks can pass through. Used again and again; not thread-safe.
///
/// ```java
/// draft.clear().id(TrackId.spotify("4uLU6hMCjMI75M1A2tKUQC")).title("Never Gonna Give You Up");
/// draft.write(bytes);
/// ```
///
/// What is written is what [TrackForm] reads. Empty text and empty lists are as good as none.
public final class TrackDraft {

    private static final String SPOTIFY_URI = "spotify:track:";

    private long head;
    private long middle;
    private int tail;
    /// the bits of [TrackForm]
    private int there;
    private String title = "";
    private List<String> artists = List.of();
    private String album = "";
    private long millis;
    private int date;
    private String isrc = "";
    private int popularity;
    private String label = "";
    private List<String> genres = List.of();
    private String link = "";
    private Optional<Instant> addedAt = Optional.empty();
    private final FeaturesForm features = new FeaturesForm();

    /// Forgets all fields.
    public TrackDraft clear() {
        there = 0;
        addedAt = Optional.empty();
        features.clear();
        return this;
    }

    /// All fields of `track` instead of those here; its texts, even if they are empty.
    TrackDraft of(Track track) {
        clear().id(track.id());
        track.title().ifPresent(text -> title(text).has(TrackForm.TITLE, true));
        artists(track.artists());
        track.album().ifPresent(text -> album(text).has(TrackForm.ALBUM, true));
        track.duration().ifPresent(this::duration);
        track.releaseDate().ifPresent(this::releaseDate);
        track.isrc().ifPresent(text -> isrc(text).has(TrackForm.ISRC, true));
        track.explicit().ifPresent(this::explicit);
        track.popularity().ifPresent(this::popularity);
        track.label().ifPresent(text -> label(text).has(TrackForm.LABEL, true));
        genres(track.genres());
        track.link().ifPresent(page -> link(track.id(), page));
        addedAt(track.addedAt());
        track.features().ifPresent(all -> {
            features.of(all);
            analysed();
        });
        return this;
    }

    public TrackDraft id(TrackId id) {
        head = PackedId.head(id);
        middle = PackedId.middle(id);
        tail = PackedId.tail(id);
        return this;
    }

    /// Takes the id that a `spotify:track:…` URI or a bare 22-character id is.
    ///
    /// @return whether `uri` is one; if not, there is no id
    public boolean spotify(String uri) {
        int from = uri.startsWith(SPOTIFY_URI) ? SPOTIFY_URI.length() : 0;
        if (uri.length() - from != PackedId.LONGEST) {
            return false;
        }
        head = PackedId.head(uri, from);
        middle = PackedId.middle(uri, from);
        tail = PackedId.spotifyTail(uri, from);
        return head != PackedId.NONE && middle != PackedId.NONE && tail != PackedId.NONE;
    }

    public TrackDraft title(String text) {
        title = text;
        return has(TrackForm.TITLE, !text.isEmpty());
    }

    public TrackDraft artists(List<String> names) {
        artists = names;
        return has(TrackForm.ARTISTS, !names.isEmpty());
    }

    public TrackDraft album(String text) {
        album = text;
        return has(TrackForm.ALBUM, !text.isEmpty());
    }

    /// How long it plays, to the millisecond.
    public TrackDraft duration(Duration length) {
        return millis(length.toMillis());
    }

    public TrackDraft millis(long length) {
        millis = length;
        return has(TrackForm.DURATION, true);
    }

    public TrackDraft releaseDate(ReleaseDate when) {
        date = DateForm.packed(when);
        return has(TrackForm.RELEASE_DATE, true);
    }

    public TrackDraft isrc(String code) {
        isrc = code;
        return has(TrackForm.ISRC, !code.isEmpty());
    }

    public TrackDraft explicit(boolean is) {
        return has(TrackForm.EXPLICIT_KNOWN, true).has(TrackForm.EXPLICIT, is);
    }

    public TrackDraft popularity(int value) {
        popularity = value;
        return has(TrackForm.POPULARITY, true);
    }

    public TrackDraft label(String text) {
        label = text;
        return has(TrackForm.LABEL, !text.isEmpty());
    }

    public TrackDraft genres(List<String> names) {
        genres = names;
        return has(TrackForm.GENRES, !names.isEmpty());
    }

    private void link(TrackId id, String page) {
        boolean usual = id.isLink(page);
        link = page;
        has(TrackForm.USUAL_LINK, usual).has(TrackForm.OTHER_LINK, !usual);
    }

    /// The page that follows from the id, if it is one of Spotify's.
    public TrackDraft linked() {
        return has(TrackForm.USUAL_LINK, PackedId.isSpotify(tail));
    }

    public TrackDraft addedAt(Optional<Instant> when) {
        addedAt = when;
        return has(TrackForm.ADDED_AT, when.isPresent());
    }

    /// One of the audio features. There is none until [#analysed()].
    public void feature(FeaturesForm.Feature feature, double value) {
        features.put(feature, value);
    }

    /// The features that were given count.
    public TrackDraft analysed() {
        return has(TrackForm.FEATURES, true);
    }

    public boolean isTitled() {
        return (there & TrackForm.TITLE) != 0;
    }

    public boolean hasArtists() {
        return (there & TrackForm.ARTISTS) != 0;
    }

    public boolean isOnAlbum() {
        return (there & TrackForm.ALBUM) != 0;
    }

    public boolean hasLength() {
        return (there & TrackForm.DURATION) != 0;
    }

    public Optional<Instant> addedAt() {
        return addedAt;
    }

    private TrackDraft has(int bit, boolean set) {
        there |= set ? bit : 0;
        return this;
    }

    /// Adds the bytes to what `to` holds.
    public void write(ByteWriter to) {
        to.fixed(head);
        to.fixed(middle);
        to.number(tail);
        to.number(there);
        text(TrackForm.TITLE, title, to);
        names(TrackForm.ARTISTS, artists, to);
        text(TrackForm.ALBUM, album, to);
        number(TrackForm.DURATION, millis, to);
        number(TrackForm.RELEASE_DATE, date, to);
        text(TrackForm.ISRC, isrc, to);
        number(TrackForm.POPULARITY, popularity, to);
        text(TrackForm.LABEL, label, to);
        names(TrackForm.GENRES, genres, to);
        text(TrackForm.OTHER_LINK, link, to);
        if (addedAt.isPresent()) {
            Instant moment = addedAt.get();
            long second = moment.getEpochSecond();
            to.signed(second);
            to.number(moment.getNano());
        }
        if ((there & TrackForm.FEATURES) != 0) {
            features.write(to);
        }
    }

    private void text(int bit, String text, ByteWriter to) {
        if ((there & bit) != 0) {
            to.text(text);
        }
    }

    private void number(int bit, long number, ByteWriter to) {
        if ((there & bit) != 0) {
            to.number(number);
        }
    }

    private void names(int bit, List<String> names, ByteWriter to) {
        if ((there & bit) != 0) {
            to.number(names.size());
            for (int at = 0; at < names.size(); at++) {
                to.text(names.get(at));
            }
        }
    }
}
