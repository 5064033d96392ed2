package dev.segue.sync;

import dev.segue.library.TrackId;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Counts and times what the catalogue is asked, by `call` (`find`, `apply`) and `outcome` (`done`, `unavailable`).
final class MeteredCatalogue implements Catalogue {

    private final Catalogue catalogue;
    private final String kind;

    MeteredCatalogue(Catalogue catalogue, SyncConfig.CatalogueKind kind) {
        this.catalogue = catalogue;
        this.kind = kind.name().toLowerCase(Locale.ROOT);
        List.of("find", "apply").forEach(call -> {
            timer(call, "done");
            timer(call, "unavailable");
        });
    }

    @Override
    public Map<TrackId, CatalogueEntry> find(Collection<TrackId> ids) {
        return timed("find", () -> catalogue.find(ids));
    }

    @Override
    public Optional<CatalogueUnavailable> doubt(TrackId id) {
        return catalogue.doubt(id);
    }

    @Override
    public Map<TrackId, String> apply(List<CataloguePlan> plans, Instant at) {
        return timed("apply", () -> catalogue.apply(plans, at));
    }

    @Override
    public CatalogueEntry shown(CatalogueEntry entry) {
        return catalogue.shown(entry);
    }

    @Override
    public String page(TrackId id) {
        return catalogue.page(id);
    }

    @Override
    public CatalogueReading rows() {
        return catalogue.rows();
    }

    @Override
    public String place() {
        return catalogue.place();
    }

    @Override
    public int writtenAtOnce() {
        return catalogue.writtenAtOnce();
    }

    @Override
    public int together() {
        return catalogue.together();
    }

    @Override
    public Duration gathering() {
        return catalogue.gathering();
    }

    @Override
    public CatalogueSummary summary() {
        return catalogue.summary();
    }

    @Override
    public void close() {
        catalogue.close();
    }

    @Override
    public String toString() {
        return catalogue.toString();
    }

    private <T> T timed(String call, Supplier<T> question) {
        Timer.Sample sample = Timer.start();
        String outcome = "unavailable";
        try {
            T answer = question.get();
            outcome = "done";
            return answer;
        } finally {
            sample.stop(timer(call, outcome));
        }
    }

    private Timer timer(String call, String outcome) {
        return Metrics.timer("segue.catalogue.calls", "catalogue", kind, "call", call, "outcome", outcome);
    }
}
