package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.testkit.standin.Call;
import java.util.List;

/// Where among others new blocks are put: `position`, and in old versions also `after`.
final class Places {

    private Places() {}

    /// The index for the first of them.
    ///
    /// @param others ids of the blocks that are there
    /// @throws Problem if Notion would refuse it
    static int of(JsonNode body, Call call, List<String> others) {
        if (body.has("after")) {
            if (!Trash.isOldVersion(call) || body.has("position")) {
                throw Problem.badBody("after should be not present, instead was `" + body.get("after") + "`.");
            }
            return behind(body.get("after").asText(), others);
        }
        JsonNode position = body.path("position");
        return switch (position.path("type").asText(position.isMissingNode() ? "end" : "")) {
            case "start" -> 0;
            case "end" -> others.size();
            case "after_block" -> behind(position.at("/after_block/id").asText(), others);
            default ->
                throw Problem.badBody("position.type should be `\"start\"`, `\"end\"` or `\"after_block\"`,"
                        + " instead was `" + position + "`.");
        };
    }

    private static int behind(String id, List<String> others) {
        int at = others.indexOf(Workspace.dashed(id, "block"));
        if (at < 0) {
            throw Problem.invalid("The block to append children after (" + id + ") is not one of the parent's.");
        }
        return at + 1;
    }
}
