package dev.segue.processing.eagle;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/// What Eagle shall have. Immutable.
///
/// @param id      13 letters and digits, as Eagle's own; always the same for a track
/// @param mark    the track's id: what an item is found by where its own id cannot be chosen
/// @param path    of the file, as Eagle's machine calls it
/// @param website the track's page
/// @param labels  its tags and folders
record NewItem(String id, String mark, String path, String name, String website, Labels labels) {

    private static final int BASE = 36;
    private static final int LENGTH = 13;

    static NewItem of(Wish wish, String path) {
        Track track = wish.track();
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return new NewItem(
                id(track.id()),
                track.id().toString(),
                path,
                dot > 0 ? name.substring(0, dot) : name,
                track.link().orElse("urn:segue:" + track.id()),
                wish.wanted());
    }

    private static String id(TrackId track) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(track.toString().getBytes(StandardCharsets.UTF_8));
            String text = new BigInteger(1, hash).toString(BASE).toUpperCase(Locale.ROOT);
            return text.substring(text.length() - LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
