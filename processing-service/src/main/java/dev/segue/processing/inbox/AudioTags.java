package dev.segue.processing.inbox;

import dev.segue.processing.ClaimedSizes;
import dev.segue.processing.InboxFile;
import dev.segue.processing.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jaudiotagger.audio.AudioFile;
import org.jaudiotagger.audio.AudioFileIO;
import org.jaudiotagger.audio.exceptions.CannotReadException;
import org.jaudiotagger.audio.exceptions.InvalidAudioFrameException;
import org.jaudiotagger.audio.exceptions.ReadOnlyFileException;
import org.jaudiotagger.audio.wav.WavOptions;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.TagException;
import org.jaudiotagger.tag.TagOptionSingleton;

/// What an audio file says of itself.
final class AudioTags {

    private static final Set<String> READABLE =
            Set.of(".mp3", ".m4a", ".mp4", ".flac", ".wav", ".aif", ".aiff", ".ogg", ".wma");
    private static final Set<String> UNTAGGED = Set.of(".aac");
    private static final Set<String> OGG = Set.of(".opus", ".ogg");
    private static final String UNREADABLE = "no audio that can be read: ";
    private static final Pattern NAMED = Pattern.compile("(?:\\d{1,3}\\s*[.-]\\s+)?(.+?) - (.+)");

    /// Held here, since a logger that nobody holds forgets its level.
    private static final Logger CHATTER = Logger.getLogger("org.jaudiotagger");

    static {
        CHATTER.setLevel(Level.SEVERE);
        TagOptionSingleton.getInstance().setWavOptions(WavOptions.READ_ID3_ONLY_AND_SYNC);
    }

    private AudioTags() {}

    /// Whether a file of this name is taken for audio.
    static boolean audio(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String extension = lower.substring(Math.max(lower.lastIndexOf('.'), 0));
        return READABLE.contains(extension) || UNTAGGED.contains(extension) || OGG.contains(extension);
    }

    /// Reads the tags of `file`, called `name` in the inbox. Never fails: an unreadable file says so as its flaw.
    static InboxFile read(Path file, String name, Stamp stamp) {
        InboxFile untagged = byName(name, stamp, Optional.empty());
        if (stamp.size() == 0) {
            return flawed(untagged, "the file is empty");
        }
        if (!Files.isReadable(file)) {
            return flawed(untagged, "the file may not be read");
        }
        String extension = untagged.extension().toLowerCase(Locale.ROOT);
        if (UNTAGGED.contains(extension)) {
            return untagged;
        }
        try {
            Optional<OpusFile> opus = OGG.contains(extension) ? OpusFile.of(file) : Optional.empty();
            if (opus.isPresent() || !READABLE.contains(extension)) {
                return opus.map(found -> tagged(untagged, said(found))).orElse(untagged);
            }
            Optional<String> excess = ClaimedSizes.flaw(file);
            return excess.isPresent()
                    ? flawed(untagged, UNREADABLE + excess.get())
                    : tagged(untagged, said(AudioFileIO.read(file.toFile())));
        } catch (CannotReadException
                | InvalidAudioFrameException
                | ReadOnlyFileException
                | TagException
                | IOException unreadable) {
            return flawed(untagged, UNREADABLE + unreadable.getMessage());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError confused) {
            // jaudiotagger meets damaged files with those, too
            return flawed(untagged, UNREADABLE + confused);
        }
    }

    /// What tags say.
    private record Said(
            Optional<String> isrc, Optional<String> title, List<String> artists, Optional<Duration> length) {}

    private static Said said(AudioFile audio) {
        Tag tag = audio.getTag();
        Duration length = Duration.ofMillis(Math.round(audio.getAudioHeader().getPreciseTrackLength() * 1000));
        return new Said(
                tag == null ? Optional.empty() : first(tag, FieldKey.ISRC),
                tag == null ? Optional.empty() : first(tag, FieldKey.TITLE),
                tag == null ? List.of() : all(tag, FieldKey.ARTIST),
                length.isZero() ? Optional.empty() : Optional.of(length));
    }

    private static Said said(OpusFile opus) {
        return new Said(opus.first("ISRC"), opus.first("TITLE"), opus.all("ARTIST"), opus.length());
    }

    private static InboxFile tagged(InboxFile untagged, Said said) {
        boolean named = said.title().isPresent() && !said.artists().isEmpty();
        return new InboxFile(
                untagged.name(),
                untagged.stamp(),
                said.isrc(),
                named ? said.title() : untagged.title(),
                named ? said.artists() : untagged.artists(),
                said.length(),
                Optional.empty());
    }

    private static InboxFile byName(String name, Stamp stamp, Optional<Duration> length) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        Matcher named = NAMED.matcher(dot < 0 ? last : last.substring(0, dot));
        boolean matches = named.matches();
        return new InboxFile(
                name,
                stamp,
                Optional.empty(),
                matches ? Optional.of(named.group(2)) : Optional.empty(),
                matches ? List.of(named.group(1)) : List.of(),
                length,
                Optional.empty());
    }

    private static InboxFile flawed(InboxFile file, String flaw) {
        return new InboxFile(
                file.name(),
                file.stamp(),
                file.isrc(),
                file.title(),
                file.artists(),
                file.duration(),
                Optional.of(flaw));
    }

    private static Optional<String> first(Tag tag, FieldKey key) {
        return all(tag, key).stream().findFirst();
    }

    private static List<String> all(Tag tag, FieldKey key) {
        return tag.getAll(key).stream().filter(text -> !text.isBlank()).toList();
    }
}
