package dev.segue.processing;

import dev.segue.library.Track;
import dev.segue.library.TrackId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Where the audio of a track is: in the inbox, else wherever [Download] brings it from. One file serves one track.
/// Thread-safe.
final class Finding {

    private static final String DOWNLOADED = "download/";

    private final Inbox inbox;
    private final Shelf shelf;
    private final Download download;
    private final Bench bench;
    private final Waiting waiting;

    /// Files of the inbox that are being worked on, and for whom.
    private final Map<Claim, TrackId> claimed = new ConcurrentHashMap<>();

    private record Claim(String name, Stamp stamp) {

        static Claim of(InboxFile file) {
            return new Claim(file.name(), file.stamp());
        }
    }

    Finding(Inbox inbox, Shelf shelf, Download download, Bench bench, Waiting waiting) {
        this.inbox = inbox;
        this.shelf = shelf;
        this.download = download;
        this.bench = bench;
        this.waiting = waiting;
    }

    /// From wanted to found, or to the outcome why not.
    ///
    /// @throws FileUnusable if the one file that is the track cannot be read
    Job find(Job.Wanted wanted) throws FileUnusable {
        Track track = wanted.track();
        List<InboxFile> found = candidates(track);
        if (found.size() > 1) {
            return wanted.ended(new Outcome.NoAudio(found.size() + " files in the inbox could be this track, such as "
                    + found.get(0).name() + " and " + found.get(1).name()));
        }
        if (found.isEmpty()) {
            return fetch(wanted);
        }
        InboxFile file = found.getFirst();
        if (file.flaw().isPresent()) {
            throw new FileUnusable(file.name() + ": " + file.flaw().get());
        }
        return claims(Claim.of(file), track.id())
                ? wanted.found(new Job.Source(file.name(), inbox.path(file).toString(), Optional.of(file.stamp())))
                : find(wanted); // somebody was faster: it is no longer free
    }

    /// Whether the file of `job`, which a kill had stopped, serves its track and no other from now on. One that is
    /// still to be read has to be as it was found.
    boolean claims(Job.Sourced job) {
        Job.Source source = job.source();
        if (job instanceof Job.Found && source.changed()) {
            return false;
        }
        return source.stamp()
                .map(stamp ->
                        claims(new Claim(source.name(), stamp), job.track().id()))
                .orElse(true); // it was downloaded for its track
    }

    /// Who claims it first has it, unless it has served another meanwhile.
    private boolean claims(Claim file, TrackId id) {
        return id.equals(claimed.computeIfAbsent(file, _ -> id)) && servesNoOther(file, id);
    }

    private boolean servesNoOther(Claim file, TrackId id) {
        return shelf.servedBy(file.name(), file.stamp()).map(id::equals).orElse(true);
    }

    /// The files in the inbox that could be `track`, and serve no other.
    List<InboxFile> candidates(Track track) {
        return inbox.files().find(track, file -> free(file, track));
    }

    /// The work for `id` is over: what is not on the shelf is free again.
    void letGo(TrackId id) {
        claimed.values().removeIf(id::equals);
    }

    /// Whether it serves no other, and nobody works on it for another.
    boolean free(InboxFile file, Track track) {
        TrackId by = claimed.get(Claim.of(file));
        return (by == null || by.equals(track.id())) && servesNoOther(Claim.of(file), track.id());
    }

    private Job fetch(Job.Wanted wanted) {
        TrackId id = wanted.track().id();
        return waiting.early(id).<Job>map(wanted::ended).orElseGet(() -> bring(wanted));
    }

    private Job bring(Job.Wanted wanted) {
        Track track = wanted.track();
        String inboxToo = inbox.directory().isEmpty()
                ? "no inbox is set (segue.audio.inbox); "
                : "no file in the inbox is this track; ";
        return switch (download.bring(track, () -> bench.part(track.id(), ".d"))) {
            case Download.Result.Brought(Path file) -> {
                String name = DOWNLOADED + track.id() + '/' + file.getFileName();
                Job.Found found = wanted.found(new Job.Source(name, file.toString(), Optional.empty()));
                bench.keep(found);
                yield found;
            }
            case Download.Result.Unable(String why) -> wanted.ended(new Outcome.NoAudio(inboxToo + why));
            case Download.Result.Nothing(String why) ->
                wanted.ended(waiting.vain(track.id(), Waiting.Lack.NOTHING, inboxToo + why));
            case Download.Result.Locked(String why) -> wanted.ended(waiting.vain(track.id(), Waiting.Lack.LOCKED, why));
            case Download.Result.Preview(String why) ->
                wanted.ended(waiting.vain(track.id(), Waiting.Lack.PREVIEW, why));
            case Download.Result.Later(String why, Instant again) ->
                wanted.ended(waiting.until(track.id(), again, inboxToo + why));
            case Download.Result.Trouble(String why) -> wanted.ended(waiting.trouble(track.id(), inboxToo + why));
        };
    }
}
