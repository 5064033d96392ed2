package dev.segue.testkit.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.testkit.standin.Answer;
import dev.segue.testkit.standin.Call;
import dev.segue.testkit.standin.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What stands in a page, one level deep. Guarded by the lock of [Notion].
final class Blocks {

    private static final Set<String> HEADINGS = Set.of("heading_1", "heading_2", "heading_3");
    private static final Set<String> TEXTS =
            Set.of("paragraph", "bulleted_list_item", "numbered_list_item", "to_do", "toggle", "quote", "callout");

    private final Workspace workspace;
    private final Map<String, ObjectNode> blocks = new HashMap<>();
    private final Map<String, List<String>> children = new LinkedHashMap<>();

    Blocks(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Puts `sent` below a page, at its end.
    ///
    /// @return what was put there
    /// @throws Problem if Notion would refuse one of them; then none is put there
    List<ObjectNode> append(String page, JsonNode sent) {
        RichText.atMost(sent.size(), RichText.MOST, "children.length");
        List<ObjectNode> made = new ArrayList<>();
        sent.forEach(one -> made.add(block(page, one, "children[" + made.size() + ']')));
        made.forEach(block -> {
            String id = block.get("id").asText();
            blocks.put(id, block);
            children.computeIfAbsent(page, none -> new ArrayList<>()).add(id);
        });
        return made;
    }

    /// @throws Problem if Notion would refuse them
    void check(JsonNode sent) {
        RichText.atMost(sent.size(), RichText.MOST, "children.length");
        sent.forEach(one -> block("", one, "children"));
    }

    private ObjectNode block(String page, JsonNode sent, String where) {
        String type = sent.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> HEADINGS.contains(name) || TEXTS.contains(name) || name.equals("divider"))
                .findFirst()
                .orElseThrow(() -> Problem.badBody(where + " should have a type that this stand-in knows: "
                        + String.join(", ", TEXTS) + ", heading_1 to heading_3, divider."));
        String now = PageView.time(workspace.now());
        ObjectNode block = Json.object().put("object", "block").put("id", Workspace.newId());
        block.putObject("parent").put("type", "page_id").put("page_id", page);
        block.put("created_time", now).put("last_edited_time", now);
        block.set("created_by", PageView.bot());
        block.set("last_edited_by", PageView.bot());
        block.put("has_children", false).put("archived", false).put("in_trash", false);
        return block.put("type", type).set(type, content(type, sent.get(type), where + '.' + type));
    }

    private static ObjectNode content(String type, JsonNode sent, String where) {
        ObjectNode content = Json.object();
        if (type.equals("divider")) {
            return content;
        }
        content.set("rich_text", RichText.read(sent.path("rich_text"), where + ".rich_text"));
        content.put("color", sent.path("color").asText("default"));
        if (HEADINGS.contains(type)) {
            content.put("is_toggleable", sent.path("is_toggleable").asBoolean());
        }
        if (type.equals("to_do")) {
            content.put("checked", sent.path("checked").asBoolean());
        }
        if (type.equals("callout") || type.equals("paragraph")) {
            content.set("icon", sent.path("icon") instanceof ObjectNode icon ? Look.typed(icon) : null);
        }
        return content;
    }

    Answer list(Call call) {
        String parent = Workspace.dashed(call.place("block_id"), "block");
        if (!blocks.containsKey(parent)) {
            parent = workspace.page(parent).id();
        }
        return listed(
                Paging.of(call),
                children.getOrDefault(parent, List.of()).stream()
                        .map(blocks::get)
                        .filter(block -> !block.get("in_trash").asBoolean())
                        .toList(),
                call);
    }

    Answer append(Call call) {
        JsonNode sent = call.json().path("children");
        if (!sent.isArray()) {
            throw Problem.badBody("children should be defined, instead was `undefined`.");
        }
        String page = workspace.page(call.place("block_id")).id();
        return listed(new Paging(RichText.MOST, ""), append(page, sent), call);
    }

    private Answer listed(Paging paging, List<ObjectNode> some, Call call) {
        return Answer.json(
                200, paging.listed(some, block -> block.get("id").asText(), block -> shown(block, call), "block"));
    }

    Answer get(Call call) {
        return Answer.json(200, shown(block(call), call));
    }

    Answer update(Call call) {
        ObjectNode block = block(call);
        String type = block.get("type").asText();
        JsonNode body = call.json();
        if (body.has(type)) {
            block.set(type, content(type, body.get(type), type));
        }
        trash(block, body.path("in_trash").asBoolean(body.path("archived").asBoolean(false)));
        return Answer.json(200, shown(block, call));
    }

    /// Into the trash.
    Answer delete(Call call) {
        ObjectNode block = block(call);
        trash(block, true);
        return Answer.json(200, shown(block, call));
    }

    private void trash(ObjectNode block, boolean trashed) {
        block.put("archived", trashed).put("in_trash", trashed);
        block.put("last_edited_time", PageView.time(workspace.now()));
    }

    private static JsonNode shown(ObjectNode block, Call call) {
        ObjectNode shown = block.deepCopy();
        if (Notion.version(call).compareTo(Notion.IN_TRASH_ONLY) >= 0) {
            shown.remove("archived");
        }
        return shown;
    }

    private ObjectNode block(Call call) {
        String id = Workspace.dashed(call.place("block_id"), "block");
        ObjectNode block = Optional.ofNullable(blocks.get(id)).orElseThrow(() -> Problem.notFound("block", id));
        var _ = workspace.page(block.at("/parent/page_id").asText());
        return block;
    }
}
