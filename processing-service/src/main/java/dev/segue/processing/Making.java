package dev.segue.processing;

import dev.segue.library.TrackId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Makes of a source a file that may be delivered: converted, verified by decoding, tagged. Each step is kept before
/// the next one begins. Thread-safe.
final class Making {

    private final TargetFormat format;
    private final Bench bench;
    private final Studio studio;
    private final Tagger tagger;

    Making(TargetFormat format, Bench bench, Studio studio, Tagger tagger) {
        this.format = format;
        this.bench = bench;
        this.studio = studio;
        this.tagger = tagger;
    }

    /// From found to converted, or to the outcome why the source is not the track.
    Job convert(Job.Found found) throws FileUnusable {
        Path source = Path.of(found.source().path());
        String extension = found.source().extension();
        boolean same = studio.open()
                ? studio.faithful() && format.is(extension, studio.look(source).codec())
                : format.hasExtension(extension);
        if (!same && !studio.open()) {
            throw new FileUnusable(found.source().name() + ": there is no ffmpeg to convert it with");
        }
        String name = "audio" + format.extension();
        Optional<Take> heard = same ? copied(found, source, name) : Optional.of(converted(found, source, name));
        Optional<Outcome> flaw = heard.flatMap(take -> Verification.ofSource(found.track(), take));
        return flaw.<Job>map(why -> found.ended(named(found.source(), why)))
                .orElseGet(() -> kept(found.converted(name, heard, !same)));
    }

    /// From converted to verified, or to the outcome why what was made is not what was heard.
    Job verify(Job.Converted converted) throws FileUnusable {
        if (!converted.changed() || converted.heard().isEmpty()) {
            return kept(converted.verified()); // what was heard is the file itself, or there is nobody to hear it
        }
        Take made = studio.hear(bench.file(converted.track().id(), converted.file()));
        Optional<Outcome> flaw = Verification.ofResult(converted.heard().get(), made, studio.faithful());
        return flaw.<Job>map(why -> converted.ended(named(converted.source(), why)))
                .orElseGet(() -> kept(converted.verified()));
    }

    /// From verified to tagged.
    Job tag(Job.Verified verified) throws FileUnusable {
        TrackId id = verified.track().id();
        Path plain = bench.file(id, verified.file());
        String extension = format.extension();
        bench.copy(id, plain, "tagging" + extension);
        Path tagging = bench.file(id, "tagging" + extension);
        tagger.tag(tagging, Tags.of(verified.track()), Path.of(verified.source().path()));
        String name = "tagged" + extension;
        bench.finish(id, tagging, name);
        return kept(verified.tagged(name));
    }

    private Optional<Take> copied(Job.Found found, Path source, String name) throws FileUnusable {
        TrackId id = found.track().id();
        bench.copy(id, source, name);
        return studio.open() ? Optional.of(studio.hear(bench.file(id, name))) : Optional.empty();
    }

    private Take converted(Job.Found found, Path source, String name) throws FileUnusable {
        TrackId id = found.track().id();
        Path part = bench.part(id, format.extension());
        Take heard = studio.convert(source, format, part);
        bench.finish(id, part, name);
        return heard;
    }

    private Job kept(Job job) {
        bench.keep(job);
        return job;
    }

    private static Outcome named(Job.Source source, Outcome why) {
        return switch (why) {
            case Outcome.Damaged(String text) -> new Outcome.Damaged(source.name() + ": " + text);
            case Outcome.PreviewOnly(String text, Optional<Instant> again) ->
                new Outcome.PreviewOnly(source.name() + ": " + text, again);
            default -> why;
        };
    }
}
