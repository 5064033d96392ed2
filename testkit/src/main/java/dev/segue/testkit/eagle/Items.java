package dev.segue.testkit.eagle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.testkit.standin.Ids;
import dev.segue.testkit.standin.StandInClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The open library, and how the app behaves. Thread-safe.
final class Items {

    private final StandInClock clock;
    private final List<Item> all = new ArrayList<>();
    private final Map<String, String> folders = new LinkedHashMap<>();
    private Mode mode = new Mode(2, "Music", Duration.ZERO, "");

    /// @param version of the API that the app knows
    /// @param library which one is open
    /// @param delay   until a new item shows
    /// @param token   that who calls from elsewhere has to show; empty: everybody calls from here
    record Mode(int version, String library, Duration delay, String token) {}

    Items(StandInClock clock) {
        this.clock = clock;
    }

    synchronized Mode mode() {
        return mode;
    }

    synchronized void mode(Mode other) {
        mode = other;
    }

    /// Adds the file that `wanted` names: nothing is checked for being there twice.
    ///
    /// @return empty if there is no such file on this machine
    synchronized Optional<Item> add(JsonNode wanted, List<String> in) {
        Path path = Path.of(wanted.path("path").asText());
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        String file = path.getFileName().toString();
        int dot = file.lastIndexOf('.');
        String id = wanted.hasNonNull("id") ? wanted.get("id").asText() : newId();
        String name = wanted.path("name").asText("");
        Item item = new Item(
                id,
                name.isEmpty() ? id : name,
                dot < 0 ? "" : file.substring(dot + 1),
                size(path),
                texts(wanted.path("tags")),
                in,
                wanted.path("website").asText(""),
                wanted.path("annotation").asText(""),
                wanted.path("star").asInt(0),
                false,
                path.toString(),
                clock.instant().plus(mode.delay()));
        all.add(item);
        return Optional.of(item);
    }

    /// What shows now, in the order in which it was added; what lies in the trash does not.
    synchronized List<Item> visible() {
        return copied().filter(item -> !item.isDeleted()).toList();
    }

    /// One item, also in the trash.
    synchronized Optional<Item> of(String id) {
        return copied().filter(item -> item.id().equals(id)).findFirst();
    }

    /// Changes an item.
    ///
    /// @return the item as it is now; empty if there is none
    synchronized Optional<Item> change(String id, Change change) {
        Optional<Item> changed = of(id).map(change::of);
        changed.ifPresent(item -> all.replaceAll(old -> old.id().equals(id) ? item : old));
        return changed;
    }

    private Stream<Item> copied() {
        return all.stream().filter(item -> !item.visibleAt().isAfter(clock.instant()));
    }

    /// Creates a folder; a name that is there already makes a second one.
    synchronized String folder(String name) {
        String id = newId();
        folders.put(id, name);
        return id;
    }

    /// Gives a folder another name.
    ///
    /// @return whether there is such a folder
    synchronized boolean rename(String id, String name) {
        return folders.replace(id, name) != null;
    }

    synchronized Map<String, String> folders() {
        return new LinkedHashMap<>(folders);
    }

    private String newId() {
        String text = "item" + all.size() + '/' + folders.size();
        return Ids.of("eagle", text).substring(0, 13).toUpperCase(Locale.ROOT);
    }

    static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
