package dev.segue.local.run;

/// Shows how a run gets on.
public interface RunProgress extends AutoCloseable {

    /// Called several times a second.
    void show(RunTally tally);

    /// Called after that, as long as something is waited for.
    void waiting(Waiting what);

    /// Leaves the screen tidy.
    @Override
    void close();
}
