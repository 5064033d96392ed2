package dev.segue.detection.soundcloud;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who made an upload and what it is called. Immutable.
///
/// A title is often "Artist - Title". It is parted only if nobody is named as the artist and what follows the dash is
/// not
/// just a version ("Song - Live"); else the uploader is taken for the artist. Whoever compares recordings tries other
/// readings, too.
record UploadTitle(String title, Optional<String> artist) {

    private static final Pattern DASH = Pattern.compile("(.+?)\\s+[-–—]\\s+(.+)", Pattern.DOTALL);
    private static final Pattern VERSION = Pattern.compile(
            "(?:\\d{4} )?(?:live|remaster(?:ed)?|remix|(?:radio |extended |club |original |vip )?(?:edit|mix|version)"
                    + "|acoustic|instrumental|demo|bootleg|vip|dub|reprise|intro|outro|interlude|part \\d+|pt\\.? \\d+)"
                    + "(?:\\s.*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /// Reads an upload.
    ///
    /// @param artist   as the upload names it; blank if it does not
    /// @param uploader name of the user
    /// @return empty if there is no title
    static Optional<UploadTitle> of(String title, String artist, String uploader) {
        String whole = title.strip();
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        Matcher parted = DASH.matcher(whole);
        if (artist.isBlank()
                && parted.matches()
                && !VERSION.matcher(parted.group(2)).matches()) {
            return Optional.of(new UploadTitle(
                    parted.group(2).strip(), Optional.of(parted.group(1).strip())));
        }
        return Optional.of(new UploadTitle(
                whole,
                Optional.of(artist.isBlank() ? uploader.strip() : artist.strip())
                        .filter(name -> !name.isEmpty())));
    }
}
