package dev.segue.local.match;

import dev.segue.library.match.Recording;
import dev.segue.library.match.Verdict;
import java.util.Optional;

/// One row, judged.
///
/// @param line  in the file, the header being 1
/// @param label whether the file says that they are the same
public record JudgedPair(long line, Recording left, Recording right, Verdict verdict, Optional<Boolean> label) {

    /// Whether the verdict is not what the file says.
    boolean isAgainstLabel() {
        return label.filter(same -> same != verdict.isSame()).isPresent();
    }
}
