package dev.segue.local.system;

import java.util.Arrays;
import java.util.Optional;

/// What a system is made of, in the order in which it is started.
public enum Part {
    BROKER("broker", 9092, 96, 0),
    DETECTION("detection-service", 8081, 96, 4),
    METADATA("metadata-service", 8082, 136, 4),
    SYNC("sync-service", 8083, 80, 0.5),
    PROCESSING("processing-service", 8084, 88, 0.5);

    /// MiB of backup for which a heap is enough that does not grow: about 50,000 tracks.
    private static final int SMALL_BACKUP = 12;

    private final String label;
    private final int port;
    private final int heap;
    private final double growth;

    Part(String label, int port, int heap, double growth) {
        this.label = label;
        this.port = port;
        this.heap = heap;
        this.growth = growth;
    }

    /// Its name in messages, log files and `processes.json`.
    public String label() {
        return label;
    }

    /// Where it listens when it has the choice.
    public int defaultPort() {
        return port;
    }

    /// MiB of heap that it gets: all of it is taken in time, so no more than it needs.
    ///
    /// @param backup MiB of CSV
    int heap(long backup) {
        return heap + (int) Math.ceil(growth * Math.max(0, backup - SMALL_BACKUP));
    }

    static Optional<Part> called(String label) {
        return Arrays.stream(values()).filter(part -> part.label.equals(label)).findFirst();
    }
}
