package dev.segue.library.csv;

import dev.segue.library.AudioFeatures;
import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/// What one row turns out to be.
sealed interface TrackRow {

    /// A track. As long as the dialect of the file is not settled, its artists are one name: the whole cell.
    record Kept(Track track) implements TrackRow {}

    /// Something that is no track.
    record NoTrack(CsvFile.Skipped kind) implements TrackRow {}

    /// A row that cannot be one.
    ///
    /// @param why for people
    record Bad(String why) implements TrackRow {}

    /// Reads the rows of one file. Not thread-safe.
    final class Reading {

        private static final String EPISODE = "spotify:episode:";
        private static final String LOCAL = "spotify:local:";
        private static final String UNDEFINED = "undefined";
        private static final int MOST_QUOTED = 60;

        private final Header header;
        private final Format format;
        private final Dialect.Evidence evidence;
        private final Values values;

        Reading(Header header, Format format, Dialect.Evidence evidence, Values values) {
            this.header = header;
            this.format = format;
            this.evidence = evidence;
            this.values = values;
        }

        TrackRow read(CSVRecord row) {
            if (row.size() > header.size()) {
                return new Bad(row.size() + " cells where the header has " + header.size());
            }
            String id = header.cell(row, Column.ID);
            if (id.isEmpty()) {
                return text(row, Column.TITLE).isEmpty()
                        ? new NoTrack(CsvFile.Skipped.REMOVED)
                        : new Bad("no track id");
            }
            if (id.startsWith(EPISODE)) {
                return new NoTrack(CsvFile.Skipped.EPISODE);
            }
            if (id.startsWith(LOCAL)) {
                return new Kept(local(row, TrackId.local(id)));
            }
            Optional<TrackId> track = TrackId.ofSpotifyUri(id);
            return track.isPresent()
                    ? new Kept(track(row, track.get()))
                    : new Bad("not a Spotify track: " + quoted(id));
        }

        /// Spotify knows a file on somebody's disk by nothing but its tags: the rest of such a row is filled up with
        /// zeros.
        private Track local(CSVRecord row, TrackId id) {
            Track all = track(row, id);
            Track nothing = Track.unknown(id);
            return new Track(
                    id,
                    all.title(),
                    all.artists(),
                    all.album(),
                    all.duration(),
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

        private Track track(CSVRecord row, TrackId id) {
            String title = text(row, Column.TITLE);
            String artists = text(row, Column.ARTISTS);
            String album = text(row, Column.ALBUM);
            String label = text(row, Column.LABEL);
            evidence.see(artists, title, album, label);
            return new Track(
                    id,
                    Values.text(title),
                    artists(artists),
                    values.sharedText(album),
                    Values.milliseconds(cell(row, Column.DURATION)),
                    values.date(cell(row, Column.RELEASE_DATE)),
                    Values.isrc(cell(row, Column.ISRC)),
                    Values.truth(cell(row, Column.EXPLICIT)),
                    Decimals.upTo(100, cell(row, Column.POPULARITY)),
                    values.sharedText(label),
                    values.genres(cell(row, Column.GENRES)),
                    id.link(),
                    added(row),
                    features(row));
        }

        private List<String> artists(String cell) {
            if (evidence.settled()) {
                return values.names(cell, evidence.dialect().separator());
            }
            return cell.isEmpty() ? List.of() : List.of(cell);
        }

        private Optional<Instant> added(CSVRecord row) {
            return Values.moment(cell(row, Column.ADDED_AT));
        }

        private Optional<AudioFeatures> features(CSVRecord row) {
            if (cell(row, Column.TEMPO).isEmpty()
                    && cell(row, Column.DANCEABILITY).isEmpty()) {
                return Optional.empty();
            }
            AudioFeatures features = new AudioFeatures(
                    Decimals.decimal(cell(row, Column.TEMPO)),
                    Decimals.upTo(11, cell(row, Column.KEY)),
                    Decimals.upTo(1, cell(row, Column.MODE)),
                    share(row, Column.ENERGY),
                    share(row, Column.DANCEABILITY),
                    share(row, Column.VALENCE),
                    Decimals.decimal(cell(row, Column.LOUDNESS)),
                    share(row, Column.ACOUSTICNESS),
                    share(row, Column.INSTRUMENTALNESS),
                    share(row, Column.LIVENESS),
                    share(row, Column.SPEECHINESS),
                    Decimals.upTo(11, cell(row, Column.TIME_SIGNATURE)));
            return Optional.of(features).filter(AudioFeatures::analysed);
        }

        private Optional<Double> share(CSVRecord row, Column column) {
            return Decimals.share(cell(row, column));
        }

        private String cell(CSVRecord row, Column column) {
            return header.cell(row, column);
        }

        /// A cell in which some exporters write `undefined` for what they do not know.
        private String text(CSVRecord row, Column column) {
            String cell = header.cell(row, column);
            return format.writesUndefined() && cell.equals(UNDEFINED) ? "" : cell;
        }

        private static String quoted(String cell) {
            String start = cell.length() > MOST_QUOTED ? cell.substring(0, MOST_QUOTED) + "…" : cell;
            return '"' + start.replaceAll("\\p{Cntrl}", "�") + '"';
        }
    }
}
