package dev.segue.library.csv;

import dev.segue.library.Isrc;
import dev.segue.library.TrackId;
import dev.segue.library.export.CellText;
import dev.segue.library.store.TrackDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the rows of one file. Thread-safe once the dialect of the file is settled.
final class RowReading {

    /// the type of a podcast's episode
    static final String EPISODE = "Episode";

    private static final int MOST_QUOTED = 60;
    private static final TrackRow TRACK = new TrackRow.Kept(false);
    private static final TrackRow LOCAL = new TrackRow.Kept(true);

    private final Header header;
    private final Format format;
    private final Dialect.Evidence evidence;
    private final FeatureCells features;
    private final ListName unnamed;
    // traits of the format, which are asked for in every row
    private final boolean typed;
    private final boolean escaped;
    private final boolean undefined;
    private final boolean counted;
    private final boolean likedTyped;

    /// @param unnamed the list of rows that name none
    RowReading(Header header, Format format, Dialect.Evidence evidence, ListName unnamed) {
        this.unnamed = unnamed;
        this.typed = format.is(Format.Trait.TYPED);
        this.escaped = format.is(Format.Trait.CELLS_ESCAPED);
        this.undefined = format.is(Format.Trait.UNDEFINED);
        this.counted = format.is(Format.Trait.ARTISTS_COUNTED);
        this.likedTyped = format.is(Format.Trait.LIKED_TYPED);
        this.header = header;
        this.format = format;
        this.evidence = evidence;
        this.features = new FeatureCells(header, format.is(Format.Trait.PERCENT));
    }

    /// What a row is. If it is a track, that is in `to` afterwards.
    TrackRow read(List<String> row, TrackDraft to) {
        if (row.size() > header.size() && hasTextBeyond(row)) {
            return new TrackRow.Bad(row.size() + " cells where the header has " + header.size());
        }
        String cell = cell(row, Column.ID);
        boolean spotify = to.clear().spotify(cell);
        if (spotify && !typed) {
            return track(row, to);
        }
        Optional<CsvFile.Skipped> kind = kind(row, cell);
        if (kind.isPresent()) {
            return new TrackRow.NoTrack(kind.get());
        }
        if (spotify) {
            return track(row, to);
        }
        if (cell.startsWith(LocalUri.START)) {
            local(row, cell, to);
            return LOCAL;
        }
        Optional<TrackId> page = RowIds.spotify(cell(row, Column.URL)).or(() -> RowIds.spotify(cell));
        return page.isPresent() ? track(row, to.id(page.get())) : withoutId(row, cell, to);
    }

    /// The list that a row says it belongs to; empty if it need not say.
    Optional<ListName> list(List<String> row) {
        if (!header.has(Column.PLAYLIST)) {
            return Optional.empty();
        }
        String playlist = cell(row, Column.PLAYLIST);
        if (cell(row, Column.TYPE).equalsIgnoreCase("Favorite")) {
            return Optional.of(ListName.likedSongs());
        }
        return Optional.of(playlist.isEmpty() ? unnamed : listCalled(playlist));
    }

    /// The list of that name in this file.
    ListName listCalled(String name) {
        return likedTyped ? ListName.playlist(name) : ListName.of(name);
    }

    private boolean hasTextBeyond(List<String> row) {
        return row.subList(header.size(), row.size()).stream().anyMatch(cell -> !cell.isBlank());
    }

    private Optional<CsvFile.Skipped> kind(List<String> row, String id) {
        String type = typed ? cell(row, Column.TYPE) : "";
        if (type.equals(EPISODE) || id.startsWith("spotify:episode:") || id.startsWith("spotify:show:")) {
            return Optional.of(CsvFile.Skipped.EPISODE);
        }
        if (type.equalsIgnoreCase("Album") || id.startsWith("spotify:album:")) {
            return Optional.of(CsvFile.Skipped.ALBUM);
        }
        if (type.equalsIgnoreCase("Artist") || id.startsWith("spotify:artist:")) {
            return Optional.of(CsvFile.Skipped.ARTIST);
        }
        boolean empty = id.isEmpty()
                && text(row, Column.TITLE).isEmpty()
                && cell(row, Column.URL).isEmpty();
        return empty ? Optional.of(CsvFile.Skipped.REMOVED) : Optional.empty();
    }

    private TrackRow withoutId(List<String> row, String cell, TrackDraft to) {
        String title = text(row, Column.TITLE);
        Optional<TrackId> own = escaped ? TrackId.of(cell) : Optional.empty();
        if (own.isPresent()) {
            return track(row, to.id(own.get()));
        }
        if (!cell.isEmpty() && !format.is(Format.Trait.OTHER_IDS)) {
            return new TrackRow.Bad("not a Spotify track: " + quoted(cell));
        }
        if (title.isEmpty() || !header.has(Column.ARTISTS)) {
            return new TrackRow.Bad(
                    "neither a Spotify track nor a title with an artist: " + quoted(String.join(",", row)));
        }
        TrackId id = RowIds.hash(cell).orElseGet(() -> RowIds.named(title, text(row, Column.ARTISTS)));
        return track(row, to.id(id));
    }

    /// Spotify knows a file on somebody's disk by nothing but its tags: the rest of such a row is filled up with zeros.
    private void local(List<String> row, String uri, TrackDraft to) {
        LocalUri named = LocalUri.of(uri);
        tags(row, to.id(TrackId.local(uri)));
        if (!to.isTitled()) {
            to.title(named.title());
        }
        if (!to.hasArtists() && !named.artist().isEmpty()) {
            to.artists(List.of(named.artist()));
        }
        if (!to.isOnAlbum()) {
            to.album(named.album());
        }
        if (!to.hasLength()) {
            named.length().ifPresent(to::duration);
        }
    }

    /// Gives `to`, which has its id, what the row says.
    private TrackRow track(List<String> row, TrackDraft to) {
        tags(row, to);
        to.linked().isrc(Isrc.code(cell(row, Column.ISRC)));
        Values.truth(cell(row, Column.EXPLICIT)).ifPresent(to::explicit);
        int popularity = Decimals.upTo(100, cell(row, Column.POPULARITY));
        if (popularity != Decimals.NONE) {
            to.popularity(popularity);
        }
        features.read(row, to);
        return TRACK;
    }

    private void tags(List<String> row, TrackDraft to) {
        String title = text(row, Column.TITLE);
        String artists = text(row, Column.ARTISTS);
        String album = text(row, Column.ALBUM);
        String label = text(row, Column.LABEL);
        evidence.see(artists, title, album, label);
        to.title(title)
                .artists(artists(row, artists))
                .album(album)
                .label(label)
                .genres(Values.genres(text(row, Column.GENRES)))
                .addedAt(Values.moment(cell(row, Column.ADDED_AT)));
        Values.date(cell(row, Column.RELEASE_DATE)).ifPresent(to::releaseDate);
        long length = length(row);
        if (length != Values.NONE) {
            to.millis(length);
        }
    }

    private List<String> artists(List<String> row, String cell) {
        if (cell.isEmpty()) {
            return List.of();
        }
        Separator separator = evidence.dialect().separator();
        if (!evidence.settled() || isOneName(row, cell, separator)) {
            return List.of(cell);
        }
        return format == Format.K ? firstAndOthers(row, cell, separator) : Values.names(cell, separator);
    }

    /// Skiley's first artist has a cell alone; the others are listed in a second one.
    private List<String> firstAndOthers(List<String> row, String first, Separator separator) {
        String others = cell(row, Column.MORE_ARTISTS);
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(Values.names(others, Separator.AMPERSAND.isIn(others) ? Separator.AMPERSAND : separator));
        return all;
    }

    /// One artist's id is the proof that a comma belongs to a name.
    private boolean isOneName(List<String> row, String cell, Separator separator) {
        if (!counted || !separator.isIn(cell)) {
            return false;
        }
        String ids = cell(row, Column.ARTIST_IDS);
        return !ids.isEmpty() && ids.indexOf(',') < 0;
    }

    private long length(List<String> row) {
        String millis = cell(row, Column.DURATION);
        return millis.isEmpty() ? Values.length(cell(row, Column.LENGTH)) : Values.milliseconds(millis);
    }

    private String cell(List<String> row, Column column) {
        return header.cell(row, column);
    }

    /// A cell in which some exporters write `undefined` for what they do not know.
    private String text(List<String> row, Column column) {
        String cell = withoutZeros(header.cell(row, column));
        if (escaped) {
            return column == Column.ARTISTS ? cell : CellText.read(cell);
        }
        boolean absent = undefined && (cell.equals("undefined") || cell.equals("null"));
        return absent ? "" : cell;
    }

    /// Not every database takes a zero character in a text.
    private static String withoutZeros(String cell) {
        return cell.indexOf('\0') < 0 ? cell : cell.replace("\0", "").strip();
    }

    private static String quoted(String cell) {
        String start = cell.length() > MOST_QUOTED ? cell.substring(0, MOST_QUOTED) + "…" : cell;
        return '"' + start.replaceAll("\\p{Cntrl}", "�") + '"';
    }
}
