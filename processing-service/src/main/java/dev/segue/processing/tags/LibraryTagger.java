package dev.segue.processing.tags;

import dev.segue.library.ReleaseDate;
import dev.segue.processing.FileUnusable;
import dev.segue.processing.MusicalKey;
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
import org.jaudiotagger.tag.TagException;
import org.jaudiotagger.tag.TagOptionSingleton;
import org.jaudiotagger.tag.id3.ID3v1Tag;
import org.jaudiotagger.tag.images.Artwork;

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
    public void tag(Path file, Tags tags, Path from) throws FileUnusable {
        String name = file.getFileName().toString();
        Form form = Form.of(name.substring(name.lastIndexOf('.')).toLowerCase(Locale.ROOT));
        try {
            fill(form, tags);
            cover(from).ifPresent(picture -> keep(form, picture));
            AudioFile audio = AudioFileIO.read(file.toFile());
            if (audio instanceof MP3File mp3) {
                forgetOldTag(mp3);
            }
            audio.setTag(form.whole());
            audio.commit();
        } catch (CannotReadException
                | CannotWriteException
                | InvalidAudioFrameException
                | ReadOnlyFileException
                | TagException
                | IOException untaggable) {
            throw new FileUnusable("it takes no tags: " + untaggable.getMessage());
        }
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
            return Optional.ofNullable(AudioFileIO.read(from.toFile()).getTag())
                    .flatMap(tag -> Optional.ofNullable(tag.getFirstArtwork()));
        } catch (CannotReadException
                | InvalidAudioFrameException
                | ReadOnlyFileException
                | TagException
                | IOException
                | RuntimeException none) { // jaudiotagger meets files it does not know with those, too
            return Optional.empty();
        }
    }

    private static void keep(Form form, Artwork picture) {
        try {
            form.whole().setField(picture);
        } catch (FieldDataInvalidException noPicture) {
            CHATTER.log(Level.FINE, "a cover is left out", noPicture);
        }
    }
}
