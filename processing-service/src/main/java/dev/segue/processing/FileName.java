package dev.segue.processing;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a file may be called on any disk; a track's is `{artist} - {title}`, made from letters and digits of any
/// script,
/// blanks and `-_.,'&()[]+` only, at most 200 bytes of UTF-8. So it names a file in its folder and nothing else,
/// whatever the title says. Immutable.
///
/// @param plain    without the extension
/// @param distinct the same with the track's id (or what else tells it apart), for when the plain name is taken
/// @param extension with the dot, in lower case; may be empty
public record FileName(String plain, String distinct, String extension) {

    private static final int MOST_BYTES = 200;
    private static final String PLAYLIST = ".m3u8";
    private static final String OTHERS = " -_.,'&()[]+";
    private static final Pattern BLANKS = Pattern.compile(" {2,}");
    private static final Pattern BAD_START = Pattern.compile("^[ .-]+");
    private static final Pattern BAD_END = Pattern.compile("[ .]+$");
    private static final Pattern EXTENSION = Pattern.compile("\\.[a-z0-9]{1,8}");
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul");
    private static final Pattern RESERVED_PORT = Pattern.compile("(?:com|lpt)[0-9¹²³]");

    /// How names are made, unless the person says otherwise.
    public static final String TEMPLATE = "{artist} - {title}";

    private static final Pattern PLACE = Pattern.compile("\\{(artist|title|album|id)}");

    /// Whether names can be made so: there is something of the track in it.
    public static boolean isTemplate(String template) {
        return PLACE.matcher(template).find();
    }

    /// The name for `track`, of a file with this extension.
    public static FileName of(Track track, String extension) {
        return of(track, extension, TEMPLATE);
    }

    /// The name for `track` as `template` says.
    public static FileName of(Track track, String extension, String template) {
        String suffix = suffix(extension);
        String mark = " [" + key(track.id()) + ']';
        int room = MOST_BYTES - suffix.length();
        String whole = filled(track, template);
        return new FileName(
                safe(whole, key(track.id()), room), safe(whole, key(track.id()), room - mark.length()) + mark, suffix);
    }

    /// The name for the file of a playlist, of which only the name is known.
    public static FileName ofPlaylist(String name) {
        String hash = Integer.toHexString(name.hashCode());
        String mark = " [" + hash + ']';
        int room = MOST_BYTES - PLAYLIST.length();
        return new FileName(safe(name, hash, room), safe(name, hash, room - mark.length()) + mark, PLAYLIST);
    }

    private static String filled(Track track, String template) {
        String artists = String.join(", ", track.artists());
        String known = artists.isEmpty() ? template.replace("{artist} - ", "") : template;
        return PLACE.matcher(known)
                .replaceAll(place -> Matcher.quoteReplacement(
                        switch (place.group(1)) {
                            case "artist" -> artists;
                            case "album" -> track.album().orElse("");
                            case "id" -> track.id().key();
                            default -> track.title().orElse(track.id().key());
                        }));
    }

    public String plainFile() {
        return plain + extension;
    }

    public String distinctFile() {
        return distinct + extension;
    }

    private static String safe(String text, String otherwise, int room) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var kept = new StringBuilder();
        composed.codePoints().map(FileName::allowed).forEach(kept::appendCodePoint);
        String started = BAD_START.matcher(BLANKS.matcher(kept).replaceAll(" ")).replaceFirst("");
        String trimmed = BAD_END.matcher(cut(started, room)).replaceFirst("");
        String name = trimmed.isEmpty() ? otherwise : trimmed;
        return reserved(name) ? '_' + name : name;
    }

    private static int allowed(int character) {
        boolean kept = Character.isLetterOrDigit(character)
                || Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.COMBINING_SPACING_MARK
                || OTHERS.indexOf(character) >= 0;
        return kept ? character : Character.isWhitespace(character) ? ' ' : '_';
    }

    /// As much of `text` as fits, in whole characters.
    private static String cut(String text, int bytes) {
        int room = bytes;
        int end = 0;
        while (end < text.length()) {
            int next = end + Character.charCount(text.codePointAt(end));
            room -= text.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
            if (room < 0) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }

    /// Windows takes `nul.mp3` for a device, too.
    private static boolean reserved(String name) {
        int dot = name.indexOf('.');
        String first = (dot < 0 ? name : name.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
        return RESERVED.contains(first) || RESERVED_PORT.matcher(first).matches();
    }

    private static String suffix(String extension) {
        String lower = extension.toLowerCase(Locale.ROOT);
        return EXTENSION.matcher(lower).matches() ? lower : "";
    }

    private static String key(TrackId id) {
        return id.key();
    }
}
