package dev.segue.metadata.metrics;

import dev.segue.library.csv.CsvFile;
import dev.segue.library.csv.CsvLibrary;
import dev.segue.metadata.Lookups;
import dev.segue.metadata.TrackIndex;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How large and how old the index is, and what could not be read into it.
@Startup
@ApplicationScoped
class LibraryMetrics {

    private final TrackIndex index;
    private final MeterRegistry registry;

    LibraryMetrics(TrackIndex index, MeterRegistry registry) {
        this.index = index;
        this.registry = registry;
        Lookups.expect();
        gauge("segue.csv.index", "tracks", library -> library.size());
        gauge("segue.csv.index.loaded.timestamp", "seconds", library -> seconds(library.loadedAt()));
        gauge("segue.csv.exported.timestamp", "seconds", LibraryMetrics::newestExport);
        gauge("segue.csv.files", "", library -> library.files().size());
        gauge(
                "segue.csv.files.unreadable",
                "",
                library -> files(library).stream()
                        .filter(file -> file.unreadable().isPresent())
                        .count());
        gauge(
                "segue.csv.rows",
                "",
                library -> files(library).stream().mapToInt(CsvFile::rows).sum());
        gauge(
                "segue.csv.rows.bad",
                "",
                library -> files(library).stream()
                        .mapToInt(file -> file.bad().size())
                        .sum());
        Gauge.builder("segue.fetched.tracks", index, known -> known.answers().size())
                .register(registry);
    }

    private void gauge(String name, String unit, ToDoubleFunction<CsvLibrary> value) {
        var gauge = Gauge.builder(name, () -> value.applyAsDouble(index.library()));
        (unit.isEmpty() ? gauge : gauge.baseUnit(unit)).register(registry);
    }

    private static List<CsvFile> files(CsvLibrary library) {
        return library.files();
    }

    /// No number if nothing is exported: no alert then says that it is old.
    private static double newestExport(CsvLibrary library) {
        return library.files().stream()
                .flatMap(file -> file.exportedAt().stream())
                .max(Comparator.naturalOrder())
                .map(LibraryMetrics::seconds)
                .orElse(Double.NaN);
    }

    private static double seconds(Instant moment) {
        return moment.toEpochMilli() / 1000.0;
    }
}
