package dev.segue.local.system;

/// Tells whether a process is ready for work. Answers within seconds.
@FunctionalInterface
public interface Probe {

    /// Asks once.
    ///
    /// @throws Failure if it never will be
    boolean ready();
}
