package dev.segue.processing;

import dev.segue.library.TrackId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Tracks that were looked for in vain, and when they are looked for again; kept in a journal. Thread-safe.
public final class Waiting {

    private static final Duration FIRST_TROUBLE = Duration.ofMinutes(5);
    private static final Duration LONGEST_TROUBLE = Duration.ofHours(1);

    private final Journal<Entry> journal;
    private final InstantSource clock;
    private final Duration pause;
    private final Map<TrackId, Entry> entries = new ConcurrentHashMap<>();

    /// What there is instead of a file.
    public enum Lack {
        /// nothing, as far as is known
        NOTHING,
        /// audio that may not be copied
        LOCKED,
        /// a part of it that is meant for trying
        PREVIEW,
        /// audio that is not whole, or another
        DAMAGED,
        /// a file that cannot be used
        UNUSABLE
    }

    /// A track that waits.
    ///
    /// @param again   when to look again; absent: it no longer waits
    /// @param trouble how long it waits because nobody could be asked, if that is why
    public record Entry(TrackId track, Lack lack, String why, Optional<Instant> again, Optional<Duration> trouble) {}

    /// Reads `file`, if it is there.
    ///
    /// @param pause between two tries
    public Waiting(Path file, Duration pause, InstantSource clock) {
        this.journal = new Journal<>(file, Entry.class);
        this.pause = pause;
        this.clock = clock;
        journal.last(Entry::track, entry -> entry.again().isPresent()).forEach(this::put);
    }

    /// What came of it the last time, if it is too early to look again.
    Optional<Outcome> early(TrackId id) {
        return Optional.ofNullable(entries.get(id))
                .filter(entry -> entry.again().filter(clock.instant()::isBefore).isPresent())
                .map(Waiting::outcome);
    }

    /// It was looked for in vain now.
    Outcome vain(TrackId id, Lack lack, String why) {
        return waits(id, lack, why, clock.instant().plus(pause), Optional.empty());
    }

    /// A download brought something, and so it ended. What was not the whole track is looked for again, and not before
    /// its date.
    Outcome brought(TrackId id, Outcome end) {
        return switch (end) {
            case Outcome.PreviewOnly(String why, Optional<Instant> _) -> vain(id, Lack.PREVIEW, why);
            case Outcome.Damaged(String why, Optional<Instant> _) -> vain(id, Lack.DAMAGED, why);
            case Outcome.Unusable(String why, Optional<Instant> _) -> vain(id, Lack.UNUSABLE, why);
            case Outcome.Imported _, Outcome.NoAudio _, Outcome.Duplicate _, Outcome.Protected _ -> end;
        };
    }

    /// It could not be looked for now.
    Outcome until(TrackId id, Instant again, String why) {
        return waits(id, Lack.NOTHING, why, again, Optional.empty());
    }

    /// It could not be looked for now, and nobody knows until when: after a while, each time twice as long, up to a
    /// limit.
    Outcome trouble(TrackId id, String why) {
        Duration longer = Optional.ofNullable(entries.get(id))
                .flatMap(Entry::trouble)
                .map(before -> before.multipliedBy(2))
                .orElse(FIRST_TROUBLE);
        Duration now = longer.compareTo(LONGEST_TROUBLE) < 0 ? longer : LONGEST_TROUBLE;
        return waits(id, Lack.NOTHING, why, clock.instant().plus(now), Optional.of(now));
    }

    private Outcome waits(TrackId id, Lack lack, String why, Instant again, Optional<Duration> trouble) {
        var entry = new Entry(id, lack, why, Optional.of(again.truncatedTo(ChronoUnit.SECONDS)), trouble);
        keep(entry);
        return outcome(entry);
    }

    /// It is looked for now, whatever its date is: it waits no longer, and is not forgotten before its end is known.
    void now(TrackId id) {
        Instant now = clock.instant();
        changed(id, entry -> entry.again().filter(now::isBefore).isPresent() ? Optional.of(now) : entry.again());
    }

    /// Nobody knows why it came to no end: it is looked for again after the usual pause, not at once.
    void putOff(TrackId id) {
        changed(id, _ -> Optional.of(clock.instant().plus(pause)));
    }

    /// It no longer waits: it is known what became of it.
    void over(TrackId id) {
        changed(id, _ -> Optional.empty());
    }

    private void changed(TrackId id, Function<Entry, Optional<Instant>> date) {
        Optional.ofNullable(entries.get(id)).ifPresent(entry -> {
            Optional<Instant> again = date.apply(entry);
            if (!again.equals(entry.again())) {
                keep(new Entry(id, entry.lack(), entry.why(), again, entry.trouble()));
            }
        });
    }

    /// Those whose time has come.
    List<TrackId> due() {
        Instant now = clock.instant();
        return entries.values().stream()
                .filter(entry -> entry.again().filter(at -> !now.isBefore(at)).isPresent())
                .map(Entry::track)
                .toList();
    }

    /// All, those that come first first.
    public List<Entry> all() {
        return entries.values().stream()
                .sorted(Comparator.comparing((Entry entry) -> entry.again().orElse(Instant.MIN))
                        .thenComparing(entry -> entry.track().toString()))
                .toList();
    }

    private static Outcome outcome(Entry entry) {
        return switch (entry.lack()) {
            case NOTHING -> new Outcome.NoAudio(entry.why(), entry.again());
            case LOCKED -> new Outcome.Protected(entry.why(), entry.again());
            case PREVIEW -> new Outcome.PreviewOnly(entry.why(), entry.again());
            case DAMAGED -> new Outcome.Damaged(entry.why(), entry.again());
            case UNUSABLE -> new Outcome.Unusable(entry.why(), entry.again());
        };
    }

    private void keep(Entry entry) {
        journal.add(entry);
        put(entry);
    }

    private void put(Entry entry) {
        if (entry.again().isPresent()) {
            entries.put(entry.track(), entry);
        } else {
            entries.remove(entry.track());
        }
    }
}
