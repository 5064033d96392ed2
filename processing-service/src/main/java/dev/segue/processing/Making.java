package dev.segue.processing;

import dev.segue.library.TrackId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Makes of a source a file that may be delivered: converted, verified by decoding, tagged. Each step is kept before
/// the next one begins. Thread-safe.
final class Making {

    private final Job.Recipe recipe;
    private final TargetFormat format;
    private final Bench bench;
    private final Studio studio;
    private final Tagger tagger;

    Making(Job.Recipe recipe, Bench bench, Studio studio, Tagger tagger) {
        this.recipe = recipe;
        this.format = recipe.format();
        this.bench = bench;
        this.studio = studio;
        this.tagger = tagger;
    }

    /// Where a kill stopped it, or where it was found, if what was made of it is not made so any more.
    Job resumed(Job left) {
        return left instanceof Job.Made made && !made.recipe().equals(Optional.of(recipe))
                ? kept(new Job.Found(left.track(), made.source()))
                : left;
    }

    /// From found to converted, or to the outcome why the source is not the track.
    ///
    /// @throws FileUnusable if it cannot be read
    Job convert(Job.Found found) throws FileUnusable {
        try {
            return heard(found);
        } catch (FileUnusable unusable) {
            if (found.source().changed()) {
                return stillWritten(found);
            }
            throw unusable;
        }
    }

    /// Nobody knows yet what the file will be: it is found again when it is whole.
    private static Job stillWritten(Job.Found found) {
        return found.ended(new Outcome.NoAudio(
                found.source().name() + ": it changed while it was read; it is read again when it is whole"));
    }

    private Job heard(Job.Found found) throws FileUnusable {
        Path source = Path.of(found.source().path());
        String extension = found.source().extension();
        Take.Sound sound = studio.look(source);
        String name = name();
        boolean same = studio.faithful() && format.is(extension, sound.codec());
        Take heard = same ? copied(found, source, name) : converted(found, source, sound, name);
        if (found.source().changed()) {
            return stillWritten(found);
        }
        return Verification.ofSource(found.track(), heard)
                .<Job>map(why -> found.ended(named(found.source(), why)))
                .orElseGet(() -> kept(found.converted(name, heard, !same, recipe)));
    }

    private String name() {
        return "audio" + format.extension();
    }

    /// From converted to verified, or to the outcome why what was made is not what was heard.
    Job verify(Job.Converted converted) throws FileUnusable {
        Take heard = converted.heard();
        if (!converted.changed()) {
            return kept(converted.verified(heard.stored())); // what was heard is the file itself
        }
        int exactly = heard.checksum().isPresent() ? heard.sound().bits() : 0;
        Take made = studio.hear(bench.file(converted.track().id(), converted.file()), exactly);
        Optional<Outcome> flaw = Verification.ofResult(heard, made, studio.faithful());
        return flaw.<Job>map(why -> converted.ended(named(converted.source(), why)))
                .orElseGet(() -> kept(converted.verified(made.stored())));
    }

    /// From verified to tagged: the audio has to be what was verified.
    ///
    /// @throws FileUnusable if the tags would cost a part of the audio
    Job tag(Job.Verified verified) throws FileUnusable {
        TrackId id = verified.track().id();
        Path plain = bench.file(id, verified.file());
        String extension = format.extension();
        bench.copy(id, plain, "tagging" + extension);
        Path tagging = bench.file(id, "tagging" + extension);
        try {
            boolean whole = tagger.tag(
                    tagging,
                    Tags.of(verified.track()),
                    Path.of(verified.source().path()));
            if (verified.stored().isPresent() && !sameAudio(verified.stored().get(), plain, tagging)) {
                throw new FileUnusable(verified.source().name() + ": its audio did not survive the writing of tags");
            }
            if (!whole) {
                bench.needRoom(id, verified.file());
            }
        } catch (FileUnusable untagged) {
            bench.needRoom(id, verified.file()); // the disk may be to blame
            throw untagged;
        }
        String name = "tagged" + extension;
        bench.finish(id, tagging, name);
        return kept(verified.tagged(name));
    }

    /// What other programs left at the end of an MP3 may count as audio where it is stored, and not where it is heard.
    private boolean sameAudio(String stored, Path plain, Path tagged) throws FileUnusable {
        return stored.equals(studio.stored(tagged))
                || studio.hear(plain).checksum().equals(studio.hear(tagged).checksum());
    }

    private Take copied(Job.Found found, Path source, String name) throws FileUnusable {
        TrackId id = found.track().id();
        bench.copy(id, source, name);
        return studio.hear(bench.file(id, name), 0);
    }

    private Take converted(Job.Found found, Path source, Take.Sound sound, String name) throws FileUnusable {
        TrackId id = found.track().id();
        Path part = bench.part(id, format.extension());
        Take heard = studio.convert(source, sound, format, part);
        if (!Files.exists(part)) {
            bench.keep(found); // the disk may be to blame
            throw new FileUnusable(found.source().name() + ": nothing came of its conversion: "
                    + heard.complaints().stream().findFirst().orElse("nobody says why"));
        }
        bench.finish(id, part, name);
        return heard;
    }

    private Job kept(Job job) {
        bench.keep(job);
        return job;
    }

    private static Outcome named(Job.Source source, Outcome why) {
        return switch (why) {
            case Outcome.Damaged(String text, Optional<Instant> again) ->
                new Outcome.Damaged(source.name() + ": " + text, again);
            case Outcome.PreviewOnly(String text, Optional<Instant> again) ->
                new Outcome.PreviewOnly(source.name() + ": " + text, again);
            default -> why;
        };
    }
}
