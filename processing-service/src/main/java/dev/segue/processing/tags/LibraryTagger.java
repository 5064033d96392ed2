package dev.segue.processing.tags;

import dev.segue.library.ReleaseDate;
import dev.segue.processing.ClaimedSizes;
import dev.segue.processing.FileUnusable;
import dev.segue.processing.MusicalKey;
import dev.segue.processing.ShelfUnavailable;
import dev.segue.processing.Tagger;
import dev.segue.processing.Tags;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jaudiotagger.audio.AudioFile;
import org.jaudiotagger.audio.AudioFileIO;
import org.jaudiotagger.audio.exceptions.CannotReadException;
import org.jaudiotagger.audio.exceptions.CannotWriteException;
import org.jaudiotagger.audio.exceptions.InvalidAudioFrameException;
import org.jaudiotagger.audio.exceptions.ReadOnlyFileException;
import org.jaudiotagger.audio.mp3.MP3File;
import org.jaudiotagger.audio.wav.WavOptions;
import org.jaudiotagger.tag.FieldDataInvalidException;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.TagException;
import org.jaudiotagger.tag.TagOptionSingleton;
import org.jaudiotagger.tag.id3.ID3v1Tag;
import org.jaudiotagger.tag.images.Artwork;
import org.jspecify.annotations.Nullable;

/// Writes tags with jaudiotagger. Thread-safe.
@Singleton
final class LibraryTagger implements Tagger {

    /// Held here, since a logger that nobody holds forgets its level.
    private static final Logger CHATTER = Logger.getLogger("org.jaudiotagger");

    static {
        CHATTER.setLevel(Level.SEVERE);
        TagOptionSingleton options = TagOptionSingleton.getInstance();
        options.setWavOptions(WavOptions.READ_ID3_ONLY_AND_SYNC);
        options.setWriteMp3GenresAsText(true);
        options.setWriteMp4GenresAsText(true);
    }

    @Override
    public boolean tag(Path file, Tags tags, Path from) throws FileUnusable {
        try {
            return write(file, tags, from);
        } catch (CannotReadException
                | CannotWriteException
                | InvalidAudioFrameException
                | ReadOnlyFileException
                | TagException
                | IOException untaggable) {
            throw failed(file, untaggable, String.valueOf(untaggable.getMessage()));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError confused) { // as above, from deeper inside
            throw failed(file, confused, confused.toString());
        }
    }

    private static FileUnusable failed(Path file, Throwable why, String said) {
        if (ShelfUnavailable.isCauseOf(why)) {
            throw new ShelfUnavailable("tags cannot be written to " + file + ": " + said, why);
        }
        return new FileUnusable("it takes no tags: " + said);
    }

    private static boolean write(Path file, Tags tags, Path from)
            throws CannotReadException, CannotWriteException, InvalidAudioFrameException, ReadOnlyFileException,
                    TagException, IOException {
        String name = file.getFileName().toString();
        Form form = Form.of(name.substring(name.lastIndexOf('.')).toLowerCase(Locale.ROOT));
        fill(form, tags);
        cover(from).ifPresent(picture -> keep(form, picture));
        AudioFile audio = read(file);
        if (audio instanceof MP3File mp3) {
            forgetOldTag(mp3);
        }
        audio.setTag(form.whole());
        audio.commit();
        return whole(form.whole(), read(file).getTag());
    }

    /// On a full disk the library writes what it can, and says nothing.
    private static boolean whole(Tag written, @Nullable Tag there) {
        return there != null && there.getFieldCount() >= written.getFieldCount() && picture(there) == picture(written);
    }

    private static int picture(Tag tag) {
        return Optional.ofNullable(tag.getFirstArtwork())
                .map(Artwork::getBinaryData)
                .map(bytes -> bytes.length)
                .orElse(0);
    }

    private static AudioFile read(Path file)
            throws CannotReadException, InvalidAudioFrameException, ReadOnlyFileException, TagException, IOException {
        Optional<String> excess = ClaimedSizes.flaw(file);
        if (excess.isPresent()) {
            throw new CannotReadException(excess.get());
        }
        return AudioFileIO.read(file.toFile());
    }

    @SuppressWarnings("NullAway") // null is how the library is told that there is none
    private static void forgetOldTag(MP3File mp3) {
        mp3.setID3v1Tag((ID3v1Tag) null);
    }

    private static void fill(Form form, Tags tags) throws FieldDataInvalidException {
        form.all(FieldKey.TITLE, tags.title().stream().toList());
        form.all(FieldKey.ARTIST, tags.artists());
        form.all(FieldKey.ALBUM, tags.album().stream().toList());
        form.all(FieldKey.YEAR, tags.date().map(ReleaseDate::text).stream().toList());
        form.all(FieldKey.GENRE, tags.genres());
        form.all(FieldKey.RECORD_LABEL, tags.label().stream().toList());
        form.all(FieldKey.ISRC, tags.isrc().stream().toList());
        form.all(FieldKey.BPM, tags.tempo().map(String::valueOf).stream().toList());
        form.all(FieldKey.KEY, tags.key().map(MusicalKey::written).stream().toList());
        if (tags.key().isPresent()) {
            form.own("CAMELOT", tags.key().get().camelot());
        }
        form.own("SEGUE_TRACK_ID", tags.id());
        if (tags.link().isPresent()) {
            form.link(tags.link().get());
        }
    }

    private static Optional<Artwork> cover(Path from) {
        try {
            return Optional.ofNullable(read(from).getTag()).flatMap(tag -> Optional.ofNullable(tag.getFirstArtwork()));
        } catch (CannotReadException
                | InvalidAudioFrameException
                | ReadOnlyFileException
                | TagException
                | IOException
                | RuntimeException
                | OutOfMemoryError
                | StackOverflowError none) { // jaudiotagger meets files it does not know with those, too
            return Optional.empty();
        }
    }

    private static void keep(Form form, Artwork picture) {
        try {
            form.whole().setField(picture);
        } catch (FieldDataInvalidException
                | RuntimeException noPicture) { // of what it cannot draw, it says so with both
            CHATTER.log(Level.FINE, "a cover is left out", noPicture);
        }
    }
}
