package dev.segue.library.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.text.Normalizer;

/// How the file of a playlist is called. Immutable.
///
/// @param stem the name without `.csv`, made of the playlist's as exportify.net does, so that Segue finds the playlist
///             again by it: no `/ \ : * ? " < > |`, blanks as `_`; and never hidden, empty or too long for a disk
public record ExportName(String stem) {

    /// Bytes. File systems take 255 for all, and others may put a date or a number behind.
    private static final int LONGEST = 200;

    /// The stem for a name of which nothing can be kept.
    public static final String NAMELESS = "playlist";

    /// The name for playlist `name`.
    public static ExportName of(String name) {
        String kept = byExportifyNet(name).replaceFirst("^\\.+", "");
        return new ExportName(kept.isEmpty() ? NAMELESS : bounded(kept));
    }

    /// What exportify.net makes of `name`, and leaves as it is even if no file can be called so.
    public static String byExportifyNet(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[/\\\\:*?\"<>|]", "")
                .replaceAll("(?U)\\s+", "_")
                .replaceAll("[\\p{Cntrl}\\p{Cs}]", "");
    }

    private static String bounded(String name) {
        int end = 0;
        int bytes = 0;
        while (end < name.length()) {
            int character = name.codePointAt(end);
            bytes += Character.toString(character).getBytes(UTF_8).length;
            if (bytes > LONGEST) {
                return name.substring(0, end);
            }
            end += Character.charCount(character);
        }
        return name;
    }

    /// With `.csv`.
    public String file() {
        return stem + ".csv";
    }

    /// The header `Content-Disposition` (RFC 6266) for a file called `file`: in ASCII for old readers, and as it is.
    public static String disposition(String file) {
        String plain = file.replaceAll("[^A-Za-z0-9._-]", "_");
        String encoded = URLEncoder.encode(file, UTF_8).replace("+", "%20").replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
