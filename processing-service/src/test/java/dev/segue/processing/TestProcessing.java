package dev.segue.processing;

import dev.segue.processing.ffmpeg.TestStudio;
import dev.segue.processing.inbox.OpenFolders;
import dev.segue.processing.tags.TestTagger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A core between an inbox and an output folder, as it is after a start: without downloads, playlists and Eagle.
/// Immutable; the methods make others of it.
///
/// ```java
/// Processing processing = TestProcessing.between(inbox, output).making(TargetFormat.FLAC).open();
/// ```
///
/// @param bench where work is done, if not in the output folder
public record TestProcessing(
        OpenFolders folders,
        TargetFormat format,
        Studio studio,
        Tagger tagger,
        Bench bench,
        Download download,
        Waiting waiting) {

    /// One that converts and tags, into MP3.
    public static TestProcessing between(Path inbox, Path output) {
        return of(OpenFolders.at(inbox, output, Instant::now), output);
    }

    /// The same with folders that are open already.
    public static TestProcessing of(OpenFolders folders, Path output) {
        return new TestProcessing(
                folders,
                TargetFormat.MP3_320,
                TestStudio.open(),
                TestTagger.get(),
                folders.bench(),
                Download.none(),
                new Waiting(output.resolve(".segue-waiting.jsonl"), Duration.ofDays(7), Instant::now));
    }

    public TestProcessing making(TargetFormat other) {
        return new TestProcessing(folders, other, studio, tagger, bench, download, waiting);
    }

    public TestProcessing with(Studio other) {
        return new TestProcessing(folders, format, other, tagger, bench, download, waiting);
    }

    public TestProcessing with(Tagger other) {
        return new TestProcessing(folders, format, studio, other, bench, download, waiting);
    }

    public TestProcessing with(Bench other) {
        return new TestProcessing(folders, format, studio, tagger, other, download, waiting);
    }

    public TestProcessing with(Download other, Waiting memory) {
        return new TestProcessing(folders, format, studio, tagger, bench, other, memory);
    }

    /// Without a tagger: WAV files are delivered as they are.
    public TestProcessing onlyMoving() {
        return new TestProcessing(folders, TargetFormat.WAV, studio, (_, _, _) -> true, bench, download, waiting);
    }

    public Processing open() {
        return new Processing(
                new Processing.Rules(DuplicateRule.MARK, format, Optional.empty(), FileName.TEMPLATE),
                folders.inbox(),
                download,
                bench,
                studio,
                tagger,
                folders.shelf(),
                Eagle.none(),
                Playlists.none(),
                waiting);
    }
}
