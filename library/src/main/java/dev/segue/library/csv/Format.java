package dev.segue.library.csv;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The kinds of export that can be read, by the short names of their exporters' history; the first that knows a header
/// is its format. To read another: a constant here, its labels in [Column], and what only the content of a file can
/// tell in [Dialect]. What each looks like is in `docs/formats.md`.
enum Format {
    /// exportify.net 2019 to 2024
    P19(
            header -> header.has("spotify id", "artist ids"),
            Separator.COMMA,
            Trait.UNDEFINED,
            Trait.LOOSE_QUOTES,
            Trait.ARTISTS_COUNTED),
    /// exportify.app until 2020
    W15(
            header -> header.starts("spotify uri", "track name", "artist name", "album name", "disc number"),
            Separator.COMMA_BLANK,
            Trait.UNDEFINED,
            Trait.LOOSE_QUOTES,
            Trait.ALL_QUOTED),
    /// exportify.app since December 2022, whatever optional columns were ticked
    W22(header -> isApp(header) && header.has("artist uri(s)", "isrc"), Separator.ESCAPED_COMMA),
    /// exportify.app 2021 and 2022
    W21(header -> isApp(header) && header.has("artist uri(s)"), Separator.ESCAPED_COMMA),
    /// exportify.app in the winter of 2020
    W20(header -> isApp(header) && header.has("artist uri"), Separator.COMMA_BLANK, Trait.ARTISTS_COUNTED),
    /// exportify.app since 2024 in another language than English
    W24I(
            "W24i",
            header -> header.starts(Column.ID, Column.TITLE, Column.ARTIST_IDS, Column.ARTISTS)
                    && header.has(Column.ISRC),
            Separator.ESCAPED_COMMA),
    /// what Segue itself writes: the form of exportify.net, and one column more
    SEGUE(
            "P25",
            header -> isNet(header) && header.has("explicit") && header.hasInRow("time signature", "isrc"),
            Separator.ESCAPED_SEMICOLON,
            Trait.CELLS_ESCAPED),
    /// exportify.net since May 2025; its dialects are `P25b` and `P25`
    P25(header -> isNet(header) && header.has("explicit"), Separator.SEMICOLON, Trait.UNDEFINED),
    /// exportify.net in spring 2025
    P25A(
            "P25a",
            header -> isNet(header) && header.has("track uri"),
            Separator.COMMA,
            Trait.UNDEFINED,
            Trait.LOOSE_QUOTES),
    /// exportify.net in autumn 2024
    P24T("P24t", header -> isNet(header) && header.hasTabs(), Separator.COMMA, Trait.UNDEFINED, Trait.LOOSE_QUOTES),
    /// exportify.net in the winter of 2024
    P24(Format::isNet, Separator.COMMA, Trait.UNDEFINED, Trait.LOOSE_QUOTES),
    /// exportify-cli
    X(
            header -> header.starts("position", "track name") && header.has("duration_ms"),
            Separator.COMMA_BLANK,
            Trait.OTHER_IDS,
            Trait.ARTISTS_COUNTED),
    /// TuneMyMusic: a whole library in one file
    T(
            header -> header.hasInRow("album", "playlist name") && header.hasInRow("playlist name", "type"),
            Separator.NONE,
            Trait.OTHER_IDS,
            Trait.TYPED,
            Trait.LIKED_TYPED),
    /// Soundiiz
    S(header -> header.starts("title", "artist", "album", "isrc"), Separator.COMMA_BLANK, Trait.OTHER_IDS),
    /// ruuen/exportify
    R(
            header -> header.starts("title", "artists", "album") && header.size() == 3,
            Separator.COMMA_BLANK,
            Trait.OTHER_IDS),
    /// Chosic
    C(
            header -> header.starts("#", "song", "artist") && header.has("spotify track id"),
            Separator.COMMA,
            Trait.LOOSE_QUOTES,
            Trait.PERCENT),
    /// Skiley
    K(
            header -> header.has("trackurl") || header.has("trackname", "artistname"),
            Separator.COMMA_BLANK,
            Trait.OTHER_IDS,
            Trait.LOOSE_QUOTES),
    /// home-made
    GENERIC(
            header -> header.has(Column.ID)
                    || header.has(Column.URL)
                    || (header.has(Column.TITLE) && header.has(Column.ARTISTS)),
            Separator.COMMA_BLANK,
            Trait.OTHER_IDS),
    /// the text of spotify-backup
    B(_ -> false, Separator.COMMA_BLANK, Trait.OTHER_IDS, Trait.TYPED),
    /// the JSON of spotify-backup
    B_JSON("B", _ -> false, Separator.LISTED, Trait.OTHER_IDS, Trait.TYPED),
    /// spotDL
    D(_ -> false, Separator.LISTED, Trait.OTHER_IDS, Trait.TYPED),
    /// Spotify's own copy of somebody's data
    G(_ -> false, Separator.NONE, Trait.OTHER_IDS, Trait.TYPED, Trait.LIKED_TYPED);

    /// What is special about a format.
    enum Trait {
        /// writes `undefined` or `null` for what it does not know
        UNDEFINED,
        /// does not escape quotes inside a quoted cell
        LOOSE_QUOTES,
        /// quotes every cell
        ALL_QUOTED,
        /// has a column of artists' ids, and does not escape their separator in names
        ARTISTS_COUNTED,
        /// a row need not have a Spotify id: it may be another service's, or none
        OTHER_IDS,
        /// a column says what kind of thing a row is
        TYPED,
        /// that column alone says what is liked: a list called "Liked Songs" is a playlist
        LIKED_TYPED,
        /// features are percentages
        PERCENT,
        /// text that a spreadsheet might run has an apostrophe in front, and an id may be Segue's own
        CELLS_ESCAPED
    }

    private final String shortName;
    private final Predicate<Header> known;
    private final Separator separator;
    private final Set<Trait> traits;

    Format(Predicate<Header> known, Separator separator, Trait... traits) {
        this("", known, separator, traits);
    }

    Format(String shortName, Predicate<Header> known, Separator separator, Trait... traits) {
        this.shortName = shortName.isEmpty() ? name() : shortName;
        this.known = known;
        this.separator = separator;
        this.traits = Set.of(traits);
    }

    /// The kind that has such a header.
    static Optional<Format> of(Header header) {
        return Arrays.stream(values())
                .filter(format -> format.known.test(header))
                .findFirst();
    }

    private static boolean isApp(Header header) {
        return header.starts("track uri", "track name") && header.has("album uri");
    }

    private static boolean isNet(Header header) {
        return header.hasInRow("track name", "album name")
                && header.has("artist name(s)", "record label")
                && !header.starts("position");
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /// How people know it.
    String shortName() {
        return shortName;
    }

    /// Between artists, unless a file shows otherwise.
    Separator separator() {
        return separator;
    }
}
