package dev.segue.local.system;

import java.time.Duration;

/// Told how a start gets on.
public interface StartProgress {

    /// Processes of an earlier start were found and ended.
    void cleanedUp(int processes);

    void starting(String name);

    /// A process is ready.
    ///
    /// @param after since the start of everything
    void ready(String name, Duration after);

    /// Called several times a second.
    void waiting(Duration since);
}
