package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Call;

/// How callers and answers say that something is in the trash: `in_trash`, and in old versions also `archived`.
final class Trash {

    /// From here on `archived` is neither said nor understood.
    static final String ONLY_IN_TRASH = "2026-03-11";

    private static final String OLD = "archived";
    private static final String NEW = "in_trash";

    private Trash() {}

    static boolean isOldVersion(Call call) {
        return isOld(Notion.version(call));
    }

    private static boolean isOld(String version) {
        return version.compareTo(ONLY_IN_TRASH) < 0;
    }

    /// What `body` asks for; `otherwise` if it says nothing.
    ///
    /// @throws Problem if it says it in words that the version does not know
    static boolean asked(JsonNode body, Call call, boolean otherwise) {
        boolean old = word(body, OLD, otherwise);
        if (body.has(OLD) && !isOldVersion(call)) {
            throw Problem.badBody(OLD + " should be not present, instead was `" + body.get(OLD) + "`.");
        }
        return word(body, NEW, old);
    }

    private static boolean word(JsonNode body, String name, boolean otherwise) {
        if (body.has(name) && !body.get(name).isBoolean()) {
            throw Problem.badBody(name + " should be a boolean or `undefined`, instead was `" + body.get(name) + "`.");
        }
        return body.path(name).asBoolean(otherwise);
    }

    static void show(ObjectNode json, boolean trashed, String version) {
        if (isOld(version)) {
            json.put(OLD, trashed);
        }
        json.put(NEW, trashed);
    }
}
