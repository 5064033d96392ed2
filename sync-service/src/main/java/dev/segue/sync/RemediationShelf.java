package dev.segue.sync;

import java.util.List;
import java.util.Optional;

/// Where remediations are kept, so that they outlive a restart.
public interface RemediationShelf {

    /// Keeps `remediation` in the place of what was kept under its id.
    ///
    /// @throws java.io.UncheckedIOException if it cannot be kept
    void keep(Remediation remediation);

    Optional<Remediation> find(String id);

    /// Those that have not ended, the oldest first.
    List<Remediation> unfinished();
}
