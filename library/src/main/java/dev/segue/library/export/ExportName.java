package dev.segue.library.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.text.Normalizer;

/// How the file of a playlist is called. Immutable.
///
/// @param stem the name without `.csv`, made of the playlist's as exportify.net does, so that Segue finds the playlist
///             again by it: no `/ \ : * ? " < > |`, blanks as `_`; and never hidden, empty or endless
public record ExportName(String stem) {

    private static final int LONGEST = 100;

    /// The name for playlist `name`.
    public static ExportName of(String name) {
        String kept = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[/\\\\:*?\"<>|\\p{Cntrl}\\p{Cs}]", "")
                .replaceAll("(?U)\\s+", "_")
                .replaceFirst("^\\.+", "");
        int end = kept.offsetByCodePoints(0, Math.min(LONGEST, kept.codePointCount(0, kept.length())));
        return new ExportName(kept.isEmpty() ? "playlist" : kept.substring(0, end));
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
