package dev.segue.local.system;

import java.util.Arrays;
import java.util.Optional;

/// What a system is made of, in the order in which it is started.
public enum Part {
    BROKER("broker", 9092, 192),
    DETECTION("detection-service", 8081, 160),
    METADATA("metadata-service", 8082, 256),
    SYNC("sync-service", 8083, 160),
    PROCESSING("processing-service", 8084, 128);

    private final String label;
    private final int port;
    private final int heap;

    Part(String label, int port, int heap) {
        this.label = label;
        this.port = port;
        this.heap = heap;
    }

    /// Its name in messages, log files and `processes.json`.
    public String label() {
        return label;
    }

    /// Where it listens when it has the choice.
    public int defaultPort() {
        return port;
    }

    /// MiB of heap that it gets.
    int heap() {
        return heap;
    }

    static Optional<Part> called(String label) {
        return Arrays.stream(values()).filter(part -> part.label.equals(label)).findFirst();
    }
}
