package dev.segue.processing.eagle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.library.Placement;
import dev.segue.library.fact.TrackSynced;
import dev.segue.library.fact.Wire;
import dev.segue.processing.Eagle.Arrival;
import dev.segue.processing.Synced;
import dev.segue.testkit.eagle.Item;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tags and folders of an item, of which some are ours and some the person's.
class EagleLabelsTest extends WithEagle {

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void genresAndPlaylistsAreTagsAndPlaylistsFolders(int version) throws Exception {
        mode("{\"version\": %d}".formatted(version));
        TrackSynced first = Synced.in(Synced.track(1), new Placement("Warm up", 2), new Placement("Warm up", 7));
        TrackSynced second = Synced.in(Synced.track(2), new Placement("Warm up", 1), new Placement("Peak/Time", 1));

        queue().bring(first, file);
        queue().bring(second, file);

        assertThat(eagle.folders().values()).containsExactlyInAnyOrder("Warm up", "Peak/Time");
        assertThat(eagle.items().get(0).folders()).map(eagle.folders()::get).containsExactly("Warm up");
        assertThat(eagle.items().get(1).folders())
                .map(eagle.folders()::get)
                .containsExactlyElementsOf(version == 1 ? List.of("Peak/Time") : List.of("Peak/Time", "Warm up"));
        assertThat(eagle.items().get(1).tags()).contains("Peak/Time", "Warm up");
    }

    @Test
    void tagsAndFoldersFollowThePlaylistsAndLeaveThePersonsAlone() throws Exception {
        EagleQueue queue = queue();
        queue.bring(in("Warm up", "Peak"), file);
        String id = eagle.items().getFirst().id();
        String own = post("/api/v2/folder/create", "{\"name\": \"Mine\"}")
                .at("/data/id")
                .asText();
        List<String> folders = new ArrayList<>(eagle.items().getFirst().folders());
        folders.add(own);
        post(
                "/api/v2/item/update",
                Wire.json()
                        .writeValueAsString(
                                Map.of("id", id, "tags", List.of("Peak", "Warm up", "by hand"), "folders", folders)));

        queue.bring(in("Peak", "Late"), file);

        Item item = eagle.items().getFirst();
        assertThat(item.tags()).containsExactly("Peak", "by hand", "Late");
        assertThat(item.folders()).map(eagle.folders()::get).containsExactlyInAnyOrder("Peak", "Mine", "Late");
    }

    @Test
    void underV1TagsFollowThePlaylists() throws Exception {
        mode("{\"version\": 1}");
        EagleQueue queue = queue();
        queue.bring(in("Warm up"), file);
        queue.tryAll();

        queue.bring(in("Late"), file);

        assertThat(eagle.items().getFirst().tags()).containsExactly("Late");
    }

    @Test
    void aPlaylistThatChangesWhileTheAppIsClosedIsFollowedLater() throws Exception {
        queue().bring(in("Warm up"), file);
        mode("{\"library\": \"Pictures\"}");
        EagleQueue queue = queue(eagle.address(), Optional.of("Music"), UnaryOperator.identity());
        Arrival there = queue.bring(in("Late"), file);
        List<String> meanwhile = eagle.items().getFirst().tags();
        mode("{\"library\": \"Music\"}");

        queue.tryAll();

        assertThat(there).isEqualTo(new Arrival.There(eagle.items().getFirst().id()));
        assertThat(meanwhile).containsExactly("Warm up");
        assertThat(eagle.items().getFirst().tags()).containsExactly("Late");
        assertThat(said).isEmpty();
    }

    @Test
    void nothingIsAskedOfEagleWhenNothingChanges() throws Exception {
        EagleQueue queue = queue();
        queue.bring(in("Warm up"), file);
        long before = eagle.calls().total();

        queue.bring(in("Warm up"), file);
        queue.tryAll();

        assertThat(eagle.calls().total()).isEqualTo(before);
    }

    @Test
    void whatThePersonTookOutStaysOut() throws Exception {
        EagleQueue queue = queue();
        queue.bring(in("Warm up"), file);
        post(
                "/api/item/moveToTrash",
                Wire.json()
                        .writeValueAsString(Map.of(
                                "itemIds", List.of(eagle.items().getFirst().id()))));

        queue.bring(in("Late"), file);
        Files.delete(journal());
        queue().bring(in("Late"), file);

        assertThat(eagle.items()).isEmpty();
        assertThat(eagle.calls().of("POST /api/v2/item/add")).isOne();
    }
}
