package dev.segue.library.csv;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import dev.segue.library.export.CellText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the rows of one file. Thread-safe once the dialect of the file is settled.
final class RowReading {

    /// the type of a podcast's episode
    static final String EPISODE = "Episode";

    private static final int MOST_QUOTED = 60;

    private final Header header;
    private final Format format;
    private final Dialect.Evidence evidence;
    private final FeatureCells features;

    RowReading(Header header, Format format, Dialect.Evidence evidence) {
        this.header = header;
        this.format = format;
        this.evidence = evidence;
        this.features = new FeatureCells(header, format.is(Format.Trait.PERCENT));
    }

    TrackRow read(List<String> row) {
        if (row.size() > header.size() && hasTextBeyond(row)) {
            return new TrackRow.Bad(row.size() + " cells where the header has " + header.size());
        }
        String cell = cell(row, Column.ID);
        Optional<TrackId> id = TrackId.ofSpotifyUri(cell);
        if (id.isPresent() && !format.is(Format.Trait.TYPED)) {
            return new TrackRow.Kept(track(row, id.get()), false);
        }
        Optional<CsvFile.Skipped> kind = kind(row, cell);
        if (kind.isPresent()) {
            return new TrackRow.NoTrack(kind.get());
        }
        if (cell.startsWith(LocalUri.START)) {
            return new TrackRow.Kept(local(row, cell), true);
        }
        return id.or(() -> RowIds.spotify(cell(row, Column.URL)))
                .or(() -> RowIds.spotify(cell))
                .<TrackRow>map(known -> new TrackRow.Kept(track(row, known), false))
                .orElseGet(() -> withoutId(row, cell));
    }

    private boolean hasTextBeyond(List<String> row) {
        return row.subList(header.size(), row.size()).stream().anyMatch(cell -> !cell.isBlank());
    }

    private Optional<CsvFile.Skipped> kind(List<String> row, String id) {
        String type = format.is(Format.Trait.TYPED) ? cell(row, Column.TYPE) : "";
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

    private TrackRow withoutId(List<String> row, String cell) {
        String title = text(row, Column.TITLE);
        Optional<TrackId> own = format.is(Format.Trait.CELLS_ESCAPED) ? TrackId.of(cell) : Optional.empty();
        if (own.isPresent()) {
            return new TrackRow.Kept(track(row, own.get()), false);
        }
        if (!cell.isEmpty() && !format.is(Format.Trait.OTHER_IDS)) {
            return new TrackRow.Bad("not a Spotify track: " + quoted(cell));
        }
        if (title.isEmpty() || !header.has(Column.ARTISTS)) {
            return new TrackRow.Bad(
                    "neither a Spotify track nor a title with an artist: " + quoted(String.join(",", row)));
        }
        TrackId id = RowIds.hash(cell)
                .orElseGet(() ->
                        RowIds.named(title, evidence.dialect().separator().split(text(row, Column.ARTISTS))));
        return new TrackRow.Kept(track(row, id), false);
    }

    /// Spotify knows a file on somebody's disk by nothing but its tags: the rest of such a row is filled up with zeros.
    private Track local(List<String> row, String uri) {
        LocalUri named = LocalUri.of(uri);
        Track all = track(row, TrackId.local(uri));
        Track nothing = Track.unknown(all.id());
        return new Track(
                all.id(),
                all.title().or(() -> Values.text(named.title())),
                all.artists().isEmpty() && !named.artist().isEmpty() ? List.of(named.artist()) : all.artists(),
                all.album().or(() -> Values.text(named.album())),
                all.duration().or(named::length),
                all.releaseDate(),
                nothing.isrc(),
                nothing.explicit(),
                nothing.popularity(),
                all.label(),
                all.genres(),
                nothing.link(),
                all.addedAt(),
                nothing.features());
    }

    private Track track(List<String> row, TrackId id) {
        String title = text(row, Column.TITLE);
        String artists = text(row, Column.ARTISTS);
        String album = text(row, Column.ALBUM);
        String label = text(row, Column.LABEL);
        evidence.see(artists, title, album, label);
        return new Track(
                id,
                Values.text(title),
                artists(row, artists),
                Values.text(album),
                duration(row),
                Values.date(cell(row, Column.RELEASE_DATE)),
                Values.isrc(cell(row, Column.ISRC)),
                Values.truth(cell(row, Column.EXPLICIT)),
                Decimals.upTo(100, cell(row, Column.POPULARITY)),
                Values.text(label),
                Values.genres(text(row, Column.GENRES)),
                id.link(),
                added(row),
                features.read(row));
    }

    private List<String> artists(List<String> row, String cell) {
        if (cell.isEmpty()) {
            return List.of();
        }
        Separator separator = evidence.dialect().separator();
        if (!evidence.settled() || isOneName(row, cell, separator)) {
            return List.of(cell);
        }
        List<String> names = Values.names(cell, separator);
        String more = cell(row, Column.MORE_ARTISTS);
        if (more.isEmpty()) {
            return names;
        }
        List<String> all = new ArrayList<>(List.of(cell));
        all.addAll(Values.names(more, separator));
        return all;
    }

    /// One artist's id is the proof that a comma belongs to a name.
    private boolean isOneName(List<String> row, String cell, Separator separator) {
        if (!format.is(Format.Trait.ARTISTS_COUNTED) || !separator.isIn(cell)) {
            return false;
        }
        String ids = cell(row, Column.ARTIST_IDS);
        return !ids.isEmpty() && ids.indexOf(',') < 0;
    }

    private Optional<Duration> duration(List<String> row) {
        String millis = cell(row, Column.DURATION);
        return millis.isEmpty() ? Values.length(cell(row, Column.LENGTH)) : Values.milliseconds(millis);
    }

    private Optional<Instant> added(List<String> row) {
        return Values.moment(cell(row, Column.ADDED_AT));
    }

    private String cell(List<String> row, Column column) {
        return header.cell(row, column);
    }

    /// A cell in which some exporters write `undefined` for what they do not know.
    private String text(List<String> row, Column column) {
        String cell = withoutZeros(header.cell(row, column));
        if (format.is(Format.Trait.CELLS_ESCAPED)) {
            return column == Column.ARTISTS ? cell : CellText.read(cell);
        }
        boolean absent = (cell.equals("undefined") || cell.equals("null")) && format.is(Format.Trait.UNDEFINED);
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
