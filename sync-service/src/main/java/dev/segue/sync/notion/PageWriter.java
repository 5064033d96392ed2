package dev.segue.sync.notion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.library.Placement;
import dev.segue.sync.CatalogueEntry;
import dev.segue.sync.CataloguePlan;
import dev.segue.sync.CatalogueUnavailable;
import dev.segue.sync.Field;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Makes and changes pages of tracks. Not thread-safe.
final class PageWriter {

    /// Codes of a 400 that any call would get.
    private static final Set<String> ABOUT_US =
            Set.of("missing_version", "invalid_request_url", "invalid_grant", "invalid_beta");

    /// In what Notion says of a schema with too many options: "Your database schema has exceeded the maximum size", or
    /// "You have exceeded the maximum database property schema size".
    private static final Pattern TOO_MANY_OPTIONS = Pattern.compile("exceeded the maximum\\b.*\\bsize\\b");

    private final NotionApi api;
    private final Tables tables;
    private final Doubt doubt;
    private final Playlists playlists;

    PageWriter(NotionApi api, Tables tables, Doubt doubt, Playlists playlists) {
        this.api = api;
        this.tables = tables;
        this.doubt = doubt;
        this.playlists = playlists;
    }

    /// What came of a page.
    sealed interface Outcome {
        record Written(String page) implements Outcome {}

        /// It is not written.
        ///
        /// @param why in Notion's words
        record NotTaken(String why) implements Outcome {}
    }

    /// Makes the page of a track.
    ///
    /// @throws CatalogueUnavailable if nobody knows, or not now
    Outcome create(CatalogueEntry entry) {
        String name = entry.id().toString();
        doubt.check(name);
        Reply reply = again(created(name, entry), () -> created(name, entry));
        return switch (reply) {
            case Reply.Lost lost -> {
                if (lost.over()) {
                    doubt.over(name);
                }
                throw new CatalogueUnavailable("Notion: " + lost.why());
            }
            case Reply.Done done -> {
                doubt.over(name);
                yield new Outcome.Written(done.body().path("id").asText());
            }
            case Reply.Busy _, Reply.Refused _ -> {
                doubt.drop(name);
                yield other(reply);
            }
        };
    }

    private Reply created(String name, CatalogueEntry entry) {
        ObjectNode page = newPage(entry);
        doubt.begin(name);
        return api.post("/pages", page);
    }

    /// Changes a page where it differs.
    ///
    /// @throws CatalogueUnavailable if nobody knows, or not now
    Outcome update(String page, CataloguePlan.Update update) {
        String path = "/pages/" + page;
        Reply reply = again(api.patch(path, changes(update)), () -> api.patch(path, changes(update)));
        checkPlace(reply);
        if (reply instanceof Reply.Refused refused && isGone(refused)) {
            playlists.forget();
            throw new CatalogueUnavailable("Notion: " + refused.message(), doubt.settling());
        }
        return reply instanceof Reply.Done ? new Outcome.Written(page) : other(reply);
    }

    /// @throws Refusal if what the pages are in is in the trash: another page would fare no better
    private static void checkPlace(Reply reply) {
        if (reply instanceof Reply.Refused refused && refused.message().contains("archived ancestor")) {
            throw new Refusal("Notion: " + refused.message()
                    + " (the database is in the trash: restore it, or name another by segue.notion.data-source)");
        }
    }

    /// Whether a page, the track's or a playlist's, was put into the trash meanwhile.
    private static boolean isGone(Reply.Refused refused) {
        return refused.status() == 404
                || refused.message().contains("archived")
                || refused.message().contains("in the trash");
    }

    /// Another try would end in the same way, and that of another page need not.
    private static boolean isAboutThePage(Reply.Refused refused) {
        return (refused.status() == 400 && !ABOUT_US.contains(refused.code())) || refused.status() == 413;
    }

    private Outcome other(Reply reply) {
        checkPlace(reply);
        if (reply instanceof Reply.Refused refused) {
            if (refused.status() == 404) {
                playlists.forget();
            }
            if (isAboutThePage(refused)) {
                return new Outcome.NotTaken("Notion: " + refused.message());
            }
        }
        return new Outcome.Written(reply.body().path("id").asText());
    }

    /// A schema that somebody has changed is read again, once, and the call repeated; so it is without options, if
    /// there are too many.
    private Reply again(Reply reply, Supplier<Reply> call) {
        if (!(reply instanceof Reply.Refused refused) || !refused.code().equals("validation_error")) {
            return reply;
        }
        boolean changed = isOptionsFull(refused.message()) ? tables.leaveOutOptions() : tables.changed();
        return changed ? call.get() : reply;
    }

    static boolean isOptionsFull(String message) {
        return TOO_MANY_OPTIONS.matcher(message).find();
    }

    private ObjectNode newPage(CatalogueEntry entry) {
        Schema schema = tables.schema();
        ObjectNode body = NotionApi.JSON.createObjectNode();
        body.putObject("parent").put("type", "data_source_id").put("data_source_id", schema.dataSource());
        ObjectNode properties = Rows.write(entry, entry.values().keySet(), schema);
        Rows.writeId(properties, entry.id(), schema);
        if (!entry.playlists().isEmpty()) {
            writePlaces(properties, entry, schema);
        }
        return body.set("properties", properties);
    }

    private ObjectNode changes(CataloguePlan.Update update) {
        Schema schema = tables.schema();
        Set<Field> fields = EnumSet.of(Field.POPULARITY);
        fields.addAll(update.changed());
        ObjectNode properties = Rows.write(update.entry(), fields, schema);
        if (update.replaced()) {
            writePlaces(properties, update.entry(), schema);
        }
        ObjectNode body = NotionApi.JSON.createObjectNode();
        return body.set("properties", properties);
    }

    private void writePlaces(ObjectNode properties, CatalogueEntry entry, Schema schema) {
        if (schema.hasPlaylists()) {
            List<String> names = entry.playlists().stream()
                    .map(Placement::playlist)
                    .distinct()
                    .toList();
            Rows.writePlaces(
                    properties, entry, playlists.pages(schema.playlists().orElseThrow(), names), schema);
        }
    }
}
