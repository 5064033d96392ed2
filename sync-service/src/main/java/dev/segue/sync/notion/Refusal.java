package dev.segue.sync.notion;

import dev.segue.sync.CatalogueUnavailable;
import java.io.Serial;
import java.time.Duration;

/// Notion will not until somebody has changed something: a token, a share, a property.
final class Refusal extends CatalogueUnavailable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final Duration PAUSE = Duration.ofMinutes(1);

    Refusal(String message) {
        super(message, PAUSE);
    }
}
