package dev.segue.local.containers;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.MemoryStatsConfig;
import com.github.dockerjava.api.model.Statistics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/// What containers take of memory, in MiB, as `docker stats` counts: without files that the kernel could forget.
final class Memory {

    private static final long MIB = 1024 * 1024;

    private Memory() {}

    /// Each container now.
    static Map<String, Long> now(Compose compose) {
        var taken = new TreeMap<String, Long>();
        try (Watch watch = watch(compose)) {
            for (String name : names()) {
                watch.awaitFirst(name);
            }
            taken.putAll(watch.most());
        }
        return taken;
    }

    /// Looks every second, until it is closed.
    static Watch watch(Compose compose) {
        return new Watch(compose);
    }

    private static List<String> names() {
        return Stream.concat(Compose.SERVICES.stream(), Stream.of("broker")).toList();
    }

    /// Keeps the most of each.
    static final class Watch implements AutoCloseable {

        private final Map<String, Long> most = new ConcurrentSkipListMap<>();
        private final List<ResultCallback.Adapter<Statistics>> streams = new ArrayList<>();

        private Watch(Compose compose) {
            for (String name : names()) {
                streams.add(compose.docker().statsCmd(compose.id(name)).exec(new ResultCallback.Adapter<Statistics>() {
                    @Override
                    public void onNext(Statistics now) {
                        Optional.ofNullable(now.getMemoryStats())
                                .flatMap(Memory::mebibytes)
                                .ifPresent(taken -> most.merge(name, taken, Math::max));
                    }
                }));
            }
        }

        void awaitFirst(String name) {
            org.awaitility.Awaitility.await().until(() -> most.containsKey(name));
        }

        Map<String, Long> most() {
            return Map.copyOf(most);
        }

        @Override
        public void close() {
            for (ResultCallback.Adapter<Statistics> stream : streams) {
                try {
                    stream.close();
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            }
        }
    }

    private static Optional<Long> mebibytes(MemoryStatsConfig stats) {
        return Optional.ofNullable(stats.getUsage())
                .map(usage -> (usage
                                - Optional.ofNullable(stats.getStats())
                                        .flatMap(files -> Optional.ofNullable(files.getInactiveFile()))
                                        .orElse(0L))
                        / MIB);
    }
}
