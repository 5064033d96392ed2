package dev.segue.detection.kafka;

import dev.segue.detection.Answers;
import dev.segue.detection.Fetcher;
import dev.segue.detection.Fetching;
import dev.segue.detection.SoundCloudFetching;
import dev.segue.library.TrackId;
import dev.segue.library.fact.FactBatch;
import dev.segue.library.fact.FactBatch.Item;
import dev.segue.library.fact.FactWriter;
import dev.segue.library.fact.FetchRequested;
import dev.segue.service.HeardRecord;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/// Answers requests for tracks by asking the API that knows them, once for each id, or from what it has answered
/// before.
/// All requests are read once for each API, so that one that takes no calls does not keep the other from answering.
///
/// While the API takes no calls the channel is paused, for hours if need be: no thread sleeps, nothing is lost, and
/// nothing is answered that the API has not said. A track that the API fails at goes to the end of the batch; one that
/// it fails at ten times while it answers for others goes to the dead letters: for others of the batch, or for one that
/// it knew before and is asked for to see that. No track is to blame for a network that is away.
@ApplicationScoped
class FetchTracks {

    private static final Logger LOG = Logger.getLogger(FetchTracks.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_FAILURES = 10;
    /// in which the API has answered for nobody, as far as is known
    private static final int FAILURES_OF_A_DAY = 300;

    /// What is left of a batch.
    private static final class Work {

        private final Fetcher fetcher;
        private final FactBatch<FetchRequested> batch;
        private final List<Item<FetchRequested>> left;
        private final Map<TrackId, Integer> failures = new HashMap<>();
        private Duration pause = FIRST_PAUSE;
        private Instant told = Instant.EPOCH;

        Work(Fetcher fetcher, FactBatch<FetchRequested> batch) {
            this.fetcher = fetcher;
            this.batch = batch;
            this.left = new ArrayList<>(batch.items());
        }
    }

    private final Fetching spotify;
    private final SoundCloudFetching soundCloud;
    private final Answers answers;
    private final Memory memory;
    private final FactWriter facts;
    private final InstantSource clock;

    FetchTracks(
            Fetching spotify,
            SoundCloudFetching soundCloud,
            Answers answers,
            Memory memory,
            FactWriter facts,
            InstantSource clock) {
        this.spotify = spotify;
        this.soundCloud = soundCloud;
        this.answers = answers;
        this.memory = memory;
        this.facts = facts;
        this.clock = clock;
    }

    @Incoming("fetch-requested")
    @Blocking
    CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> records) {
        return answer(
                spotify, HeardRecord.all(records).stream().filter(record -> !isOfSoundCloud(record)), records::ack);
    }

    @Incoming("fetch-requested-soundcloud")
    @Blocking
    CompletionStage<Void> onSoundCloud(KafkaRecordBatch<String, byte[]> records) {
        return answer(soundCloud, HeardRecord.all(records).stream().filter(FetchTracks::isOfSoundCloud), records::ack);
    }

    private static boolean isOfSoundCloud(HeardRecord record) {
        return String.valueOf(record.heard().getKey()).startsWith("soundcloud:");
    }

    private CompletionStage<Void> answer(
            Fetcher fetcher, Stream<HeardRecord> records, Supplier<CompletionStage<Void>> acknowledge) {
        memory.awaitCaughtUp();
        var work = new Work(fetcher, new FactBatch<>(FetchRequested.class, records.toList(), facts, acknowledge));
        work.left.removeIf(item -> !fetcher.asksFor(item.fact().id()));
        return goOn(work);
    }

    private CompletableFuture<Void> goOn(Work work) {
        while (true) {
            answerKnown(work);
            // an answer that the broker has not would be asked for again after a kill
            if (!work.batch.awaitAnswers()) {
                return work.batch.close();
            }
            Fetching.Step step =
                    work.fetcher.step(work.left.stream().map(Item::fact).toList());
            switch (step) {
                case Fetching.Step.Learnt _ -> {
                    work.pause = FIRST_PAUSE;
                    work.told = Instant.EPOCH;
                }
                case Fetching.Step.Complete _ -> {
                    return work.batch.close();
                }
                case Fetching.Step.Pause(Instant until, String why) -> {
                    return pause(work, until, why);
                }
                case Fetching.Step.Trouble trouble -> {
                    return afterTrouble(work, trouble);
                }
            }
        }
    }

    private CompletableFuture<Void> pause(Work work, Instant until, String why) {
        if (work.told.equals(Instant.EPOCH)) {
            LOG.infof("Paused until %s with %d requests: %s", until, work.left.size(), why);
            work.told = until;
        }
        return at(until).thenCompose(_ -> goOn(work));
    }

    private void answerKnown(Work work) {
        work.left.removeIf(item -> answers.to(item.fact())
                .map(answer -> {
                    work.batch.answer(item, answer);
                    return true;
                })
                .orElse(false));
    }

    private CompletableFuture<Void> afterTrouble(Work work, Fetching.Step.Trouble trouble) {
        TrackId id = trouble.id();
        String why = trouble.why();
        int failed = work.failures.merge(id, trouble.reached() ? 1 : 0, Integer::sum);
        boolean onlyThisOne = trouble.reached() && isToBlame(work, failed);
        List<Item<FetchRequested>> same =
                work.left.stream().filter(item -> item.fact().id().equals(id)).toList();
        work.left.removeAll(same);
        if (onlyThisOne) {
            same.forEach(item -> work.batch.refuse(item, new IllegalArgumentException(why)));
        } else {
            work.left.addAll(same);
        }
        LOG.warnf("Paused for %s: %s for %s", work.pause, why, id);
        Instant until = clock.instant().plus(work.pause);
        Duration longer = work.pause.multipliedBy(2);
        work.pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        return at(until).thenCompose(_ -> goOn(work));
    }

    private static boolean isToBlame(Work work, int failed) {
        boolean othersWereAnswered = work.left.size() < work.batch.items().size();
        return failed >= MOST_FAILURES
                && (othersWereAnswered
                        || failed >= FAILURES_OF_A_DAY
                        || (failed % MOST_FAILURES == 0 && work.fetcher.answersForOthers()));
    }

    /// Completes at `until`, or when the clock is set back so that this would be much later: whoever must wait on is
    /// told so by the gate.
    private CompletableFuture<Void> at(Instant until) {
        var due = new CompletableFuture<Void>();
        look(due, until, clock.instant().minus(LOOK));
        return due;
    }

    private void look(CompletableFuture<Void> due, Instant until, Instant from) {
        // what follows asks an API: the common pool, which may have a single thread, is not to wait for that
        CompletableFuture.delayedExecutor(LOOK.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(() -> {
                    Instant now = clock.instant();
                    if (now.isBefore(until) && !now.isBefore(from)) {
                        look(due, until, from);
                    } else {
                        due.complete(null);
                    }
                });
    }
}
