package dev.segue.detection.soundcloud;

import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What kind of file an answer is: by the name it is given, else by its type.
final class FileKind {

    private static final Pattern NAME = Pattern.compile("filename=\"?[^\"]*\\.([A-Za-z0-9]{2,5})\"?");
    private static final Map<String, String> TYPES = Map.of(
            "audio/mpeg", ".mp3",
            "audio/wav", ".wav",
            "audio/x-wav", ".wav",
            "audio/flac", ".flac",
            "audio/x-flac", ".flac",
            "audio/aiff", ".aiff",
            "audio/x-aiff", ".aiff",
            "audio/mp4", ".m4a",
            "audio/x-m4a", ".m4a",
            "audio/ogg", ".ogg");

    private FileKind() {}

    /// Its extension, such as `.wav`; `.audio` if nobody says.
    static String of(HttpHeaders headers) {
        Matcher name = NAME.matcher(headers.firstValue("Content-Disposition").orElse(""));
        if (name.find()) {
            return '.' + name.group(1).toLowerCase(Locale.ROOT);
        }
        String type = headers.firstValue("Content-Type")
                .orElse("")
                .replaceFirst(";.*", "")
                .strip();
        return TYPES.getOrDefault(type.toLowerCase(Locale.ROOT), ".audio");
    }
}
