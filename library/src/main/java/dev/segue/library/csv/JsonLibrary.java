package dev.segue.library.csv;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the JSON files of spotDL, spotify-backup and Spotify's own copy of somebody's data, as a stream. Which of them
/// a file is, its keys say. Not thread-safe.
final class JsonLibrary {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(1 << 20)
                    .maxNameLength(1 << 12)
                    .maxNestingDepth(100)
                    .build())
            .build();

    /// Entries that may come before the name of their playlist; Spotify lets nobody have more than 11,000 in one.
    private static final int MOST_WAITING = 100_000;

    private record Entry(List<String> cells, long line) {

        Entry in(String playlist) {
            List<String> named = new ArrayList<>(cells);
            named.set(named.size() - 1, playlist);
            return new Entry(named, line);
        }
    }

    private final Source source;
    private final Encoding encoding;
    private Optional<Gathering> gathering = Optional.empty();
    private boolean found;

    JsonLibrary(Source source, Encoding encoding) {
        this.source = source;
        this.encoding = encoding;
    }

    static boolean startsWith(String firstLine) {
        String start = firstLine.stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    ReadFile read() throws IOException {
        try (Reader text = encoding.read(source);
                JsonParser parser = JSON.createParser(text)) {
            try {
                root(parser);
            } catch (JsonProcessingException broken) {
                breakOff(broken);
            }
        }
        if (!found && !Foreign.isOurs(source.file())) {
            throw new Foreign.ForeignException("JSON, but of no known kind");
        }
        return gathering(Format.G).result();
    }

    private void breakOff(JsonProcessingException broken) throws Foreign.ForeignException {
        long line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
        if (gathering.isEmpty()) {
            throw new Foreign.ForeignException("JSON that breaks off in line " + line);
        }
        gathering.get().truncate();
        gathering.get().warn("the JSON breaks off in line " + line);
    }

    private void root(JsonParser parser) throws IOException {
        if (parser.nextToken() == JsonToken.START_ARRAY) {
            items(parser, JsonKind.SONG, Format.D);
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean list = parser.nextToken() == JsonToken.START_ARRAY;
            switch (list ? name : "") {
                case "songs" -> items(parser, JsonKind.SONG, Format.D);
                case "tracks" -> items(parser, JsonKind.LIKED, Format.G);
                case "albums" -> items(parser, JsonKind.ALBUM, Format.G);
                case "artists" -> items(parser, JsonKind.ARTIST, Format.G);
                case "episodes" -> items(parser, JsonKind.EPISODE, Format.G);
                case "playlists" -> playlists(parser);
                default -> parser.skipChildren();
            }
        }
    }

    private void items(JsonParser parser, JsonKind kind, Format format) throws IOException {
        for (Optional<Entry> entry = next(parser, kind); entry.isPresent(); entry = next(parser, kind)) {
            take(entry.get(), format);
        }
    }

    /// The next object of a list; what is none is passed over.
    private static Optional<Entry> next(JsonParser parser, JsonKind kind) throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                long line = parser.currentTokenLocation().getLineNr();
                return Optional.of(new Entry(kind.cells(JsonItem.read(parser, kind.wanted())), line));
            }
            parser.skipChildren();
        }
        return Optional.empty();
    }

    private void take(Entry entry, Format format) throws IOException {
        Header header = JsonKind.HEADER;
        boolean says = !header.cell(entry.cells(), Column.TITLE).isEmpty()
                || !header.cell(entry.cells(), Column.ID).isEmpty();
        found |= says;
        gathering(format).take(entry.cells(), entry::line);
    }

    private Gathering gathering(Format format) {
        Gathering present = gathering.orElseGet(() -> new Gathering(source, encoding, format, JsonKind.HEADER));
        gathering = Optional.of(present);
        return present;
    }

    private void playlists(JsonParser parser) throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                playlist(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    /// A playlist's name may come after its tracks: only then do these wait for it.
    private void playlist(JsonParser parser) throws IOException {
        Optional<String> playlist = Optional.empty();
        Format format = Format.G;
        List<Entry> waiting = new ArrayList<>();
        try {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (name.equals("name") && token == JsonToken.VALUE_STRING) {
                    playlist = Optional.of(parser.getText());
                } else if (name.equals("items") && token == JsonToken.START_ARRAY) {
                    entries(parser, JsonKind.ITEM, playlist, format, waiting);
                } else if (name.equals("tracks") && token == JsonToken.START_ARRAY) {
                    format = Format.B_JSON;
                    entries(parser, JsonKind.API_TRACK, playlist, format, waiting);
                } else {
                    parser.skipChildren();
                }
            }
        } finally {
            flush(playlist.orElse(""), format, waiting);
        }
    }

    private void entries(
            JsonParser parser, JsonKind kind, Optional<String> playlist, Format format, List<Entry> waiting)
            throws IOException {
        if (playlist.isPresent()) {
            announce(playlist.get(), format);
        }
        for (Optional<Entry> entry = next(parser, kind); entry.isPresent(); entry = next(parser, kind)) {
            if (playlist.isPresent()) {
                take(entry.get().in(playlist.get()), format);
            } else if (waiting.size() < MOST_WAITING) {
                waiting.add(entry.get());
            } else {
                waiting.clear();
                throw new IOException("more than " + MOST_WAITING + " entries before the name of their playlist");
            }
        }
    }

    private void flush(String playlist, Format format, List<Entry> waiting) throws IOException {
        if (waiting.isEmpty() && playlist.isEmpty()) {
            return;
        }
        announce(playlist, format);
        for (Entry entry : waiting) {
            take(entry.in(playlist), format);
        }
    }

    private void announce(String playlist, Format format) throws IOException {
        found = true;
        gathering(format).takeList(playlist);
    }
}
