package dev.segue.processing.rest;

import dev.segue.library.TrackId;
import dev.segue.processing.Eagle;
import dev.segue.processing.Inbox;
import dev.segue.processing.Processing;
import dev.segue.processing.Tally;
import dev.segue.processing.Waiting;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How the tracks ended, what is being done, and what waits.
@Path("/jobs")
class JobsResource {

    private static final int SHOWN = 1000;

    /// @param processed tracks by outcome, since the start
    /// @param open      tracks on their way now, and the state that each has reached
    /// @param downloads how much of what is being downloaded is there, in percent
    /// @param retries   what a download did not bring, and when it is asked for again
    /// @param eagle     what waits for Eagle
    record Jobs(
            Map<String, Long> processed,
            Map<String, String> open,
            Map<String, Double> downloads,
            Queue<Retry> retries,
            Queue<Delivered> eagle,
            Box inbox) {}

    /// @param waiting how many
    /// @param tracks  the first thousand
    record Queue<E>(int waiting, List<E> tracks) {

        static <T, E> Queue<E> of(List<T> all, Function<T, E> shown) {
            return new Queue<>(all.size(), all.stream().limit(SHOWN).map(shown).toList());
        }
    }

    record Retry(String trackId, String outcome, String why, Optional<Instant> again) {}

    /// @param times how often Eagle was asked for it
    record Delivered(String trackId, String file, int times, String why) {}

    /// @param directory absent if no inbox is set
    /// @param files     audio files in it
    record Box(Optional<String> directory, int files) {}

    private final Tally tally;
    private final Processing processing;
    private final Waiting waiting;
    private final Eagle eagle;
    private final Inbox inbox;

    JobsResource(Tally tally, Processing processing, Waiting waiting, Eagle eagle, Inbox inbox) {
        this.processing = processing;
        this.tally = tally;
        this.waiting = waiting;
        this.eagle = eagle;
        this.inbox = inbox;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Jobs get() {
        return new Jobs(
                tally.counts(),
                named(processing.open()),
                named(processing.downloads()),
                Queue.of(waiting.all(), JobsResource::shown),
                Queue.of(eagle.unseen(), JobsResource::shown),
                new Box(inbox.directory(), inbox.files().size()));
    }

    private static Retry shown(Waiting.Entry entry) {
        return new Retry(entry.track().toString(), outcome(entry.lack()), entry.why(), entry.again());
    }

    private static Delivered shown(Eagle.Unseen unseen) {
        return new Delivered(unseen.track().toString(), unseen.file(), unseen.times(), unseen.why());
    }

    private static <V> Map<String, V> named(Map<TrackId, V> byTrack) {
        return byTrack.entrySet().stream()
                .collect(Collectors.toMap(
                        track -> track.getKey().toString(), Map.Entry::getValue, (one, _) -> one, TreeMap::new));
    }

    private static String outcome(Waiting.Lack lack) {
        return switch (lack) {
            case NOTHING -> "NO_AUDIO";
            case LOCKED -> "PROTECTED";
            case PREVIEW -> "PREVIEW_ONLY";
            case DAMAGED -> "DAMAGED";
            case UNUSABLE -> "FILE_UNUSABLE";
        };
    }
}
