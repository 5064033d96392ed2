package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Json;
import java.util.List;

/// Who is in the workspace: the integration itself, and one person.
final class Users {

    private static final String WORKSPACE = "5e60e000-0000-4000-8000-000000000000";
    private static final int LARGEST_FILE = 5 << 20;

    Answer me() {
        return Answer.json(200, bot());
    }

    Answer list(Call call) {
        return Answer.json(
                200,
                Paging.of(call)
                        .listed(List.of(person(), bot()), one -> one.get("id").asText(), one -> one, "user"));
    }

    Answer get(Call call) {
        String id = Workspace.dashed(call.place("user_id"), "user");
        return Answer.json(
                200,
                List.of(person(), bot()).stream()
                        .filter(one -> one.get("id").asText().equals(id))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("user", id)));
    }

    /// The id of somebody who is there.
    ///
    /// @throws Problem if nobody has it
    static String known(String id, String where) {
        String dashed = Workspace.dashed(id, "user");
        if (!dashed.equals(PageView.BOT) && !dashed.equals(PageView.PERSON)) {
            throw Problem.badBody(where + " should name users of this workspace, instead was `\"" + id + "\"`.");
        }
        return dashed;
    }

    private static ObjectNode bot() {
        var bot = PageView.bot().put("name", "Segue").putNull("avatar_url").put("type", "bot");
        var about = bot.putObject("bot");
        about.putObject("owner").put("type", "workspace").put("workspace", true);
        about.put("workspace_id", WORKSPACE).put("workspace_name", "segue-demo");
        about.putObject("workspace_limits").put("max_file_upload_size_in_bytes", LARGEST_FILE);
        return bot;
    }

    private static ObjectNode person() {
        ObjectNode person =
                PageView.user(PageView.PERSON).put("name", "A person").putNull("avatar_url");
        person.put("type", "person").set("person", Json.object().put("email", "person@segue.example"));
        return person;
    }
}
