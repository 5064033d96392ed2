package dev.segue.sync.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.segue.sync.CatalogueUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// The pages of playlists, by name. They are read when the first is wanted that is not remembered; one that is keeps
/// its name, whatever title somebody has given its page. Not thread-safe.
final class Playlists {

    /// So long nothing was related to a playlist, and somebody may have put its page into the trash.
    private static final Duration TRUSTED = Duration.ofMinutes(10);

    private final NotionApi api;
    private final Doubt doubt;
    private final Memory memory;
    private final InstantSource clock;

    /// By name: the page's id.
    private final Map<String, String> pages = new HashMap<>();

    /// By id of any page that there is: the name.
    private final Map<String, String> names = new HashMap<>();

    /// Ids that no page has.
    private final Set<String> gone = new HashSet<>();

    private boolean read;

    /// When they were related to last.
    private Instant used = Instant.MIN;

    Playlists(NotionApi api, Doubt doubt, Memory memory, InstantSource clock) {
        this.api = api;
        this.doubt = doubt;
        this.memory = memory;
        this.clock = clock;
        memory.playlists().forEach(this::know);
    }

    private void know(String name, String page) {
        pages.putIfAbsent(name, page);
        names.putIfAbsent(page, name);
    }

    /// The pages of `wanted`; those that are lacking are made, those that are gone are left out. Before the first are
    /// related after a while, they are read again: a page that is in the trash is made anew.
    ///
    /// @throws CatalogueUnavailable if that cannot be done now
    List<String> pages(String source, List<String> wanted) {
        Instant now = clock.instant();
        if (now.isBefore(used) || used.isBefore(now.minus(TRUSTED))) {
            forget();
        }
        used = now;
        return asking(() -> {
            if (!pages.keySet().containsAll(wanted)) {
                read(source);
            }
            return wanted.stream()
                    .filter(name -> !gone.contains(name))
                    .map(name -> page(source, name))
                    .toList();
        });
    }

    /// By id: the names of those of `wanted` that are there.
    ///
    /// @throws CatalogueUnavailable if that cannot be asked now
    Map<String, String> names(String source, List<String> wanted) {
        return asking(() -> {
            if (!knows(wanted)) {
                read(source);
            }
            if (!knows(wanted)) { // somebody has just made one
                forget();
                read(source);
                wanted.stream().filter(id -> !names.containsKey(id)).forEach(gone::add);
            }
            return Map.copyOf(names);
        });
    }

    /// The answer of `question`, or which database it is that somebody has to help.
    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (Refusal refused) {
            String why = String.valueOf(refused.getMessage());
            throw why.contains("Could not find") || why.contains("archived ancestor")
                    ? new Refusal(why + " (the database of playlists: restore it, or share it with the integration)")
                    : refused;
        }
    }

    private boolean knows(List<String> wanted) {
        return wanted.stream().allMatch(id -> names.containsKey(id) || gone.contains(id));
    }

    private void read(String source) {
        if (read) {
            return;
        }
        var titles = new LinkedHashMap<String, String>();
        var walk = new PageWalk(api, source, PageWalk.TITLE);
        for (List<JsonNode> some = walk.next(); !some.isEmpty(); some = walk.next()) {
            some.forEach(page -> titles.put(page.path("id").asText(), Shared.title(page)));
        }
        pages.clear();
        names.clear();
        memory.playlists().forEach((name, page) -> {
            if (titles.containsKey(page)) {
                know(name, page);
            }
        });
        titles.forEach((page, title) -> {
            if (!names.containsKey(page)) {
                know(title, page);
            }
        });
        keep();
        read = true;
    }

    private void keep() {
        if (!memory.playlists().equals(pages)) {
            memory.keepPlaylists(pages);
        }
    }

    /// Somebody has changed them: they are read again.
    void forget() {
        pages.clear();
        names.clear();
        gone.clear();
        read = false;
    }

    private String page(String source, String name) {
        String known = pages.get(name);
        if (known != null) {
            return known;
        }
        String doubtful = "the playlist " + name;
        check(doubtful);
        doubt.begin(doubtful);
        ObjectNode body = NotionApi.JSON.createObjectNode();
        body.putObject("parent").put("type", "data_source_id").put("data_source_id", source);
        body.putObject("properties").putObject("title").set("title", Text.pieces(name));
        Reply reply = api.post("/pages", body);
        return switch (reply) {
            case Reply.Done done -> {
                String made = done.body().path("id").asText();
                know(name, made);
                keep();
                doubt.over(doubtful);
                yield made;
            }
            case Reply.Lost lost -> {
                forget();
                if (lost.over()) {
                    doubt.over(doubtful);
                }
                throw new CatalogueUnavailable("Notion: " + lost.why(), doubt.settling());
            }
            case Reply.Busy _, Reply.Refused _ -> {
                doubt.drop(doubtful);
                yield reply.body().asText();
            }
        };
    }

    /// What is waited for is looked for again: the list that was read lacks it.
    private void check(String doubtful) {
        try {
            doubt.check(doubtful);
        } catch (CatalogueUnavailable wait) {
            forget();
            throw wait;
        }
    }
}
