package dev.segue.local;

import dev.segue.library.fact.DetectionStatus.Request;
import dev.segue.local.report.RunReport;
import dev.segue.local.run.AudioState;
import dev.segue.local.run.CatalogueState;
import dev.segue.local.run.Detections;
import dev.segue.local.run.Run;
import dev.segue.local.run.RunEnd;
import dev.segue.local.run.RunFollower;
import dev.segue.local.run.RunProgress;
import dev.segue.local.system.Failure;
import dev.segue.local.system.Part;
import dev.segue.local.system.Processes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Asks a running system for a detection, and reports what became of it.
abstract sealed class DetectCommand implements Callable<Integer> {

    @Option(names = "--json", description = "print the report as one JSON object")
    private boolean json;

    private final Context context;
    private final int lists;

    /// @param lists playlists that it goes through
    private DetectCommand(Context context, int lists) {
        this.context = context;
        this.lists = lists;
    }

    abstract Request request();

    @Override
    public Integer call() {
        long began = System.nanoTime();
        Processes system = Processes.read(context.home()).orElseThrow(DetectCommand::notUp);
        int broker = system.port(Part.BROKER).orElseThrow(DetectCommand::notUp);
        int detection = system.port(Part.DETECTION).orElseThrow(DetectCommand::notUp);
        int sync = system.port(Part.SYNC).orElseThrow(DetectCommand::notUp);
        int processing = system.port(Part.PROCESSING).orElseThrow(DetectCommand::notUp);
        var run = new Run(
                new Detections(detection, context.token()),
                new CatalogueState(sync, context.token()),
                new AudioState(processing, context.token()),
                () -> death(system),
                context.home().logs().toString());
        RunEnd end;
        try (RunFollower follower = RunFollower.open("localhost:" + broker);
                RunProgress progress = Progress.on(context.terminal(), 0)) {
            end = run.follow(follower, request(), progress);
        }
        Duration total = Duration.ofNanos(System.nanoTime() - began);
        new Telling(context.terminal(), json, Map.of(), question -> question.later() + " by itself")
                .of(end, tally -> RunReport.of(tally, Optional.empty(), lists, Duration.ZERO, total));
        return 0;
    }

    private Optional<Failure> death(Processes system) {
        return system.dead().stream()
                .map(name -> new Failure(
                        name + " has died; its log is " + context.home().log(name)))
                .findFirst();
    }

    private static Failure notUp() {
        return new Failure("nothing is running here: start it with ./segue up");
    }

    /// The liked songs.
    @Command(
            name = "liked",
            description = "Detect the liked songs with a running system.",
            mixinStandardHelpOptions = true)
    static final class Liked extends DetectCommand {

        @Option(
                names = "--newest",
                description = "ask Spotify for what was liked since the export: one call, if that are no more than 50")
        private boolean newest;

        Liked(Context context) {
            super(context, 1);
        }

        @Override
        Request request() {
            return new Request(newest ? "NEWEST_LIKES" : "LIKED", Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /// One playlist.
    @Command(
            name = "playlist",
            description = "Detect a playlist with a running system.",
            mixinStandardHelpOptions = true)
    static final class Playlist extends DetectCommand {

        @Parameters(paramLabel = "NAME", description = "its name, id or URL")
        private String name = "";

        Playlist(Context context) {
            super(context, 1);
        }

        @Override
        Request request() {
            return new Request("PLAYLIST", Optional.of(name), Optional.empty(), Optional.empty());
        }
    }

    /// What plays now.
    @Command(
            name = "current",
            description = "Detect what plays now with a running system.",
            mixinStandardHelpOptions = true)
    static final class Current extends DetectCommand {

        Current(Context context) {
            super(context, 0);
        }

        @Override
        Request request() {
            return new Request("CURRENT", Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /// The likes on SoundCloud.
    @Command(
            name = "soundcloud",
            description = "Detect your likes on SoundCloud with a running system.",
            mixinStandardHelpOptions = true)
    static final class SoundCloud extends DetectCommand {

        SoundCloud(Context context) {
            super(context, 1);
        }

        @Override
        Request request() {
            return new Request("SOUNDCLOUD_LIKES", Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /// One track.
    @Command(name = "track", description = "Detect one track with a running system.", mixinStandardHelpOptions = true)
    static final class Track extends DetectCommand {

        @Parameters(paramLabel = "URL", description = "its page at Spotify or SoundCloud, a URI or an id")
        private String url = "";

        Track(Context context) {
            super(context, 0);
        }

        @Override
        Request request() {
            return new Request("SINGLE", Optional.empty(), Optional.of(url), Optional.empty());
        }
    }
}
