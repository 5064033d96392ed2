package dev.segue.library.csv;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the path of an export says: whose list it is, and from which day.
///
/// @param playlist   its file's name without ending, date and the like, in NFC
/// @param day        the day that its file's name ends in, or else the innermost directory or archive that has one
/// @param playlistId Spotify's id of the playlist, if it is in the name
record ExportName(String playlist, Optional<LocalDate> day, Optional<String> playlistId) {

    private static final Pattern ENDING = Pattern.compile("(?i)\\.(?:csv|txt|json|spotdl)$");
    private static final Pattern DATED = Pattern.compile("(.*[^\\s_.-])[\\s_.-]+(\\d{4}-\\d{2}-\\d{2})");
    private static final Pattern DATED_DIRECTORY = Pattern.compile("(?:.*[^0-9])??(\\d{4}-\\d{2}-\\d{2})(?:[^0-9].*)?");
    private static final Pattern WITH_ID = Pattern.compile("(.*\\S)\\s*\\[(\\w{22}|liked_songs)]");
    private static final Pattern SKILEY = Pattern.compile("(.*\\S) - Skiley Export");
    private static final Pattern SECOND_DOWNLOAD = Pattern.compile("(.*\\S)\\s*\\(\\d{1,3}\\)");
    private static final Pattern IN_ZIP = Pattern.compile("(?i)\\.zip/");

    /// What `path`, with `/`, says.
    static ExportName of(String path) {
        int slash = path.lastIndexOf('/');
        String directories = path.substring(0, slash + 1);
        String name = withoutEnding(Normalizer.normalize(path.substring(slash + 1), Normalizer.Form.NFC));
        Optional<String> id = Optional.empty();
        Matcher withId = WITH_ID.matcher(name);
        if (withId.matches()) {
            name = withId.group(1);
            id = Optional.of(withId.group(2)).filter(found -> !found.equals("liked_songs"));
        }
        Matcher skiley = SKILEY.matcher(name);
        name = skiley.matches() ? skiley.group(1) : name;
        name = IN_ZIP.matcher(directories).find() ? name : withoutNumber(name);
        ExportName dated = dated(name);
        return new ExportName(dated.playlist(), dated.day().or(() -> dayOf(directories)), id);
    }

    /// A browser numbers what it downloads again. In a zip, the second of two playlists of one name has such a number.
    private static String withoutNumber(String name) {
        Matcher again = SECOND_DOWNLOAD.matcher(name);
        return again.matches() && dated(again.group(1)).list().liked() ? again.group(1) : name;
    }

    private static ExportName dated(String name) {
        Matcher dated = DATED.matcher(name);
        Optional<LocalDate> day = dated.matches() ? day(dated.group(2)) : Optional.empty();
        return new ExportName(day.isPresent() ? dated.group(1) : name, day, Optional.empty());
    }

    private static Optional<LocalDate> dayOf(String directories) {
        String[] names = directories.split("/", -1);
        for (int at = names.length - 1; at >= 0; at--) {
            Matcher dated = DATED_DIRECTORY.matcher(names[at]);
            Optional<LocalDate> day = dated.matches() ? day(dated.group(1)) : Optional.empty();
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static String withoutEnding(String file) {
        return ENDING.matcher(file).replaceFirst("");
    }

    ListName list() {
        return ListName.ofFile(playlist);
    }
}
