package dev.segue.sync.notion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.sync.CatalogueUnavailable;
import java.time.Duration;

/// What came of a call.
sealed interface Reply {

    /// It was carried out.
    record Done(JsonNode body) implements Reply {}

    /// It was not, and would not be if asked again.
    ///
    /// @param code such as `validation_error`
    record Refused(int status, String code, String message) implements Reply {}

    /// It was not carried out; ask again after `pause`.
    ///
    /// @param limited whether it goes on by itself: Notion has said when, or this machine is offline
    record Busy(Duration pause, String why, boolean limited) implements Reply {

        CatalogueUnavailable unavailable() {
            String message = "Notion: " + why;
            return limited ? CatalogueUnavailable.limited(message, pause) : new CatalogueUnavailable(message, pause);
        }
    }

    /// Nobody knows whether it was carried out.
    ///
    /// @param over whether that is decided there by now; else it may still be carried out
    record Lost(String why, boolean over) implements Reply {}

    /// The body, for a call that may be repeated.
    ///
    /// @throws CatalogueUnavailable if there is none
    default JsonNode body() {
        return switch (this) {
            case Done done -> done.body();
            case Refused refused -> throw new Refusal("Notion: " + refused.message() + hint(refused));
            case Busy busy -> throw busy.unavailable();
            case Lost lost -> throw new CatalogueUnavailable("Notion: " + lost.why());
        };
    }

    private static String hint(Refused refused) {
        return refused.status() == 401 ? " (segue.notion.token)" : "";
    }
}
