package dev.segue.local.system;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Processes whose launcher was killed before it could stop them.
public final class Orphans {

    private Orphans() {}

    /// Ends what the last start in `home` left running. Only for who holds the lock: otherwise they are no orphans.
    ///
    /// A process is ended only if its command line bears the mark of that start, a UUID which nobody else has.
    ///
    /// @return how many were ended
    static int end(Home home) {
        Optional<Processes> last = Processes.read(home);
        if (last.isEmpty()) {
            return 0;
        }
        List<ProcessHandle> left = Mark.bearers(last.get().instance());
        Map<Boolean, List<ProcessHandle>> byKind = left.stream().collect(Collectors.partitioningBy(Mark::isBroker));
        Ending.inOrder(List.of(byKind.getOrDefault(false, List.of()), byKind.getOrDefault(true, List.of())));
        Processes.forget(home);
        return left.size();
    }
}
