package dev.segue.local.system;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// How processes are ended: asked first, then made to.
final class Ending {

    /// Usually it takes one second; more when a class archive is written for the first time.
    private static final Duration ASKED = Duration.ofSeconds(20);
    private static final Duration KILLED = Duration.ofSeconds(5);

    private Ending() {}

    /// Ends one group after another; the broker is to be in the last, so that no service is left talking to nobody.
    static void inOrder(List<? extends Collection<ProcessHandle>> groups) {
        groups.forEach(Ending::of);
    }

    private static void of(Collection<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroy);
        if (!ended(processes, ASKED)) {
            List<ProcessHandle> stubborn =
                    processes.stream().filter(ProcessHandle::isAlive).toList();
            stubborn.forEach(ProcessHandle::destroyForcibly);
            ended(stubborn, KILLED);
        }
    }

    /// Waits until all have ended.
    ///
    /// @return false if that took longer than `patience`
    static boolean ended(Collection<ProcessHandle> processes, Duration patience) {
        return CompletableFuture.allOf(
                        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> true)
                .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
