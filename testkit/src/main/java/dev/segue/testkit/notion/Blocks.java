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

/// What stands in a page, and below what stands there. A page is a block, too. Guarded by the lock of [Notion].
final class Blocks {

    /// How far blocks may be nested in one call.
    private static final int DEEPEST = 2;

    private final Workspace workspace;
    private final Map<String, ObjectNode> blocks = new HashMap<>();
    private final Map<String, List<String>> children = new LinkedHashMap<>();

    Blocks(Workspace workspace) {
        this.workspace = workspace;
    }

    /// A block that is to be kept, and those below it.
    private record Made(ObjectNode block, List<Made> below) {}

    /// @throws Problem if Notion would refuse them
    void check(JsonNode sent) {
        var _ = made("", false, sent, "children", 0);
    }

    /// Puts `sent` into a page that was just made.
    void fill(String page, JsonNode sent) {
        keep(page, made(page, false, sent, "children", 0), 0);
    }

    private List<Made> made(String parent, boolean inBlock, JsonNode sent, String where, int depth) {
        RichText.atMost(sent.size(), RichText.MOST, where + ".length");
        if (depth > DEEPEST && !sent.isEmpty()) {
            throw Problem.badBody(where + " should be not present: two levels of children at most.");
        }
        List<Made> made = new ArrayList<>();
        sent.forEach(one -> made.add(block(parent, inBlock, one, where + '[' + made.size() + ']', depth)));
        return made;
    }

    private Made block(String parent, boolean inBlock, JsonNode sent, String where, int depth) {
        String type = BlockContent.type(sent, where);
        ObjectNode block = Json.object().put("object", "block").put("id", Workspace.newId());
        String holder = inBlock ? "block_id" : "page_id";
        block.putObject("parent").put("type", holder).put(holder, parent);
        String now = PageView.time(workspace.now());
        block.put("created_time", now).put("last_edited_time", now);
        block.set("created_by", PageView.bot());
        block.set("last_edited_by", PageView.bot());
        block.put("archived", false).put("in_trash", false).put("type", type);
        block.set(type, BlockContent.of(type, sent.get(type), Json.object(), where + '.' + type));
        JsonNode below = sent.get(type).path("children");
        return new Made(
                block, made(block.get("id").asText(), true, below, where + '.' + type + ".children", depth + 1));
    }

    private void keep(String parent, List<Made> made, int at) {
        List<String> ids = children.computeIfAbsent(parent, none -> new ArrayList<>());
        for (int n = 0; n < made.size(); n++) {
            String id = made.get(n).block().get("id").asText();
            blocks.put(id, made.get(n).block());
            ids.add(at + n, id);
            keep(id, made.get(n).below(), 0);
        }
    }

    Answer append(Call call) {
        JsonNode body = call.json();
        JsonNode sent = body.path("children");
        if (!sent.isArray()) {
            throw Problem.badBody("children should be defined, instead was `undefined`.");
        }
        String parent = there(call);
        Optional<ObjectNode> holder = Optional.ofNullable(blocks.get(parent));
        if (holder.filter(block -> !takesChildren(block)).isPresent()) {
            throw Problem.invalid("Block does not support children.");
        }
        int at = Places.of(body, call, children.getOrDefault(parent, List.of()));
        List<Made> made = made(parent, holder.isPresent(), sent, "children", 0);
        keep(parent, made, at);
        return listed(
                new Paging(RichText.MOST, ""), made.stream().map(Made::block).toList(), call);
    }

    private static boolean takesChildren(ObjectNode block) {
        String type = block.get("type").asText();
        return BlockContent.takesChildren(type, block.get(type));
    }

    Answer list(Call call) {
        return listed(Paging.of(call), shownIn(there(call)), call);
    }

    private List<ObjectNode> shownIn(String parent) {
        return children.getOrDefault(parent, List.of()).stream()
                .map(blocks::get)
                .filter(block -> !block.get("in_trash").asBoolean())
                .toList();
    }

    private Answer listed(Paging paging, List<ObjectNode> some, Call call) {
        return Answer.json(
                200, paging.listed(some, block -> block.get("id").asText(), block -> shown(block, call), "block"));
    }

    Answer get(Call call) {
        return Answer.json(200, shown(called(call), call));
    }

    Answer update(Call call) {
        ObjectNode block = called(call);
        String type = block.get("type").asText();
        JsonNode body = call.json();
        boolean trashed = Trash.asked(body, call, block.get("in_trash").asBoolean());
        if (body.has(type) && block.get(type) instanceof ObjectNode old) {
            block.set(type, BlockContent.of(type, body.get(type), old, type));
        }
        trash(block, trashed);
        return Answer.json(200, shown(block, call));
    }

    /// Into the trash.
    Answer delete(Call call) {
        ObjectNode block = called(call);
        trash(block, true);
        return Answer.json(200, shown(block, call));
    }

    private void trash(ObjectNode block, boolean trashed) {
        block.put("archived", trashed).put("in_trash", trashed);
        block.put("last_edited_time", PageView.time(workspace.now()));
        if (!blocks.containsKey(block.get("id").asText())) {
            Page page = workspace.page(block.get("id").asText());
            workspace.keep(page.trashed(trashed, false, workspace.now()));
        }
    }

    private JsonNode shown(ObjectNode block, Call call) {
        ObjectNode shown = block.deepCopy();
        shown.put("has_children", !shownIn(block.get("id").asText()).isEmpty());
        if (!Trash.isOldVersion(call)) {
            shown.remove("archived");
        }
        return shown;
    }

    /// The block that is called, or a page as one.
    private ObjectNode called(Call call) {
        String id = there(call);
        return Optional.ofNullable(blocks.get(id)).orElseGet(() -> asBlock(workspace.page(id)));
    }

    /// The id that is called, of a block or a page that is there and shared.
    private String there(Call call) {
        String id = Workspace.dashed(call.place("block_id"), "block");
        if (!workspace.hasPage(pageOf(id))) {
            throw Problem.notFound("block", id);
        }
        return id;
    }

    private String pageOf(String id) {
        Optional<ObjectNode> block = Optional.ofNullable(blocks.get(id));
        return block.map(one -> pageOf(one.at("/parent/block_id")
                        .asText(one.at("/parent/page_id").asText())))
                .orElse(id);
    }

    private ObjectNode asBlock(Page page) {
        Optional<DataSource> source = page.row() ? Optional.of(workspace.source(page.parent())) : Optional.empty();
        ObjectNode block = Json.object().put("object", "block").put("id", page.id());
        block.set("parent", PageView.parent(page, source));
        block.put("created_time", PageView.time(page.created()));
        block.put("last_edited_time", PageView.time(page.edited()));
        block.set("created_by", PageView.bot());
        block.set("last_edited_by", PageView.bot());
        block.put("archived", page.trashed()).put("in_trash", page.trashed()).put("type", "child_page");
        JsonNode title = page.values().getOrDefault("title", Json.array());
        block.putObject("child_page").put("title", RichText.plain(title));
        return block;
    }
}
