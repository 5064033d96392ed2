package dev.segue.sync.kafka;

import dev.segue.library.TrackId;
import dev.segue.sync.Catalogue;
import dev.segue.sync.CatalogueEntry;
import dev.segue.sync.CataloguePlan;
import dev.segue.sync.CatalogueReading;
import dev.segue.sync.CatalogueSummary;
import dev.segue.sync.CatalogueUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/// A catalogue in memory that counts what it is asked.
final class Questioned implements Catalogue {

    private final Map<TrackId, CatalogueEntry> entries = new ConcurrentHashMap<>();
    private final List<Integer> questions = new CopyOnWriteArrayList<>();
    private final AtomicReference<Optional<CatalogueUnavailable>> trouble = new AtomicReference<>(Optional.empty());
    private final Map<TrackId, CatalogueUnavailable> doubts = new ConcurrentHashMap<>();
    private volatile Optional<TrackId> surprising = Optional.empty();
    private volatile Duration gathering = Duration.ZERO;
    private volatile Semaphore permits = new Semaphore(Integer.MAX_VALUE);

    void gathering(Duration wait) {
        gathering = wait;
    }

    void surprising(TrackId id) {
        surprising = Optional.of(id);
    }

    /// The next question is answered so.
    void unavailable(CatalogueUnavailable once) {
        trouble.set(Optional.of(once));
    }

    /// Nobody knows whether it holds `id`, until that is [settled][#settle(TrackId)].
    void doubt(TrackId id, CatalogueUnavailable why) {
        doubts.put(id, why);
    }

    void settle(TrackId id) {
        doubts.remove(id);
    }

    /// From now on each question waits for a permit.
    Semaphore oneByOne() {
        permits = new Semaphore(0);
        return permits;
    }

    /// For how many tracks it was asked, each time.
    List<Integer> questions() {
        return List.copyOf(questions);
    }

    @Override
    public Map<TrackId, CatalogueEntry> find(Collection<TrackId> ids) {
        trouble.getAndSet(Optional.empty()).ifPresent(away -> {
            throw away;
        });
        permits.acquireUninterruptibly();
        questions.add(ids.size());
        var found = new HashMap<>(entries);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public Optional<CatalogueUnavailable> doubt(TrackId id) {
        return Optional.ofNullable(doubts.get(id));
    }

    @Override
    public Map<TrackId, String> apply(List<CataloguePlan> plans, Instant at) {
        for (CataloguePlan plan : plans) {
            if (plan instanceof CataloguePlan.Create create) {
                if (surprising.equals(Optional.of(create.entry().id()))) {
                    throw new IllegalStateException(
                            "nobody expected " + create.entry().id());
                }
                entries.put(create.entry().id(), create.entry());
            }
        }
        return Map.of();
    }

    @Override
    public Duration gathering() {
        return gathering;
    }

    @Override
    public CatalogueReading rows() {
        return List::of;
    }

    @Override
    public String place() {
        return "memory";
    }

    @Override
    public CatalogueSummary summary() {
        return new CatalogueSummary("memory", place(), entries.size(), 0, 0, 0, 0);
    }
}
