package dev.segue.processing.eagle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.segue.library.Placement;
import dev.segue.library.Track;
import dev.segue.library.fact.Fact;
import dev.segue.library.fact.TrackProcessed;
import dev.segue.library.fact.TrackSynced;
import dev.segue.library.fact.Wire;
import dev.segue.processing.Eagle.Arrival;
import dev.segue.processing.Synced;
import dev.segue.testkit.eagle.EagleStandIn;
import dev.segue.testkit.eagle.Item;
import dev.segue.testkit.standin.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EagleQueueTest {

    private final Track track = Synced.track(1).track();
    private final List<Fact> said = new ArrayList<>();

    @TempDir
    private Path directory;

    private Path file;
    private EagleStandIn eagle;
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @BeforeEach
    void open() throws IOException {
        file = Files.writeString(directory.resolve("Mara Lind - Night Bus.mp3"), "audio");
        eagle = EagleStandIn.start(0);
    }

    @AfterEach
    void close() {
        eagle.close();
    }

    @Test
    void anItemSaysWhatItIsAndWhereItIsFrom() throws Exception {
        Arrival item = queue().bring(Synced.fact(track), file);

        Item there = eagle.items().getFirst();
        assertThat(item).isEqualTo(new Arrival.There(there.id()));
        assertThat(there.id()).matches("[0-9A-Z]{13}");
        assertThat(there.name()).isEqualTo("Mara Lind - Night Bus");
        assertThat(there.url()).isEqualTo(track.link().orElseThrow());
        assertThat(there.annotation()).isEqualTo(track.id().toString());
    }

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

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void broughtTwiceAndAfterARestartItIsOneItem(int version) throws Exception {
        mode("{\"version\": %d}".formatted(version));
        queue().bring(Synced.fact(track), file);
        EagleQueue restarted = queue();

        restarted.bring(Synced.fact(track), file);
        Files.delete(journal());
        Arrival withoutMemory = queue().bring(Synced.fact(track), file);

        assertThat(eagle.items()).hasSize(1);
        assertThat(withoutMemory)
                .isEqualTo(new Arrival.There(eagle.items().getFirst().id()));
    }

    @Test
    void aClosedAppIsWaitedFor() throws Exception {
        URI address = eagle.address();
        eagle.close();
        EagleQueue queue = queue(address, Optional.empty(), UnaryOperator.identity());
        Arrival before = queue.bring(Synced.fact(track), file);
        queue.tryAll();

        eagle = EagleStandIn.start(address.getPort());
        queue.tryAll();

        assertThat(before)
                .isInstanceOfSatisfying(
                        Arrival.Waits.class,
                        waits -> assertThat(waits.why()).startsWith("Eagle does not answer at " + address));
        assertThat(eagle.items()).hasSize(1);
        assertThat(said).singleElement().isInstanceOfSatisfying(TrackProcessed.class, processed -> {
            assertThat(processed.eagleItem()).hasValue(eagle.items().getFirst().id());
            assertThat(processed.file()).hasValue("Mara Lind - Night Bus.mp3");
        });
    }

    @Test
    void anItemOfV1ThatShowsLateIsNotAddedAgain() throws Exception {
        mode("{\"version\": 1, \"delay\": \"10s\"}");
        Arrival before = queue().bring(Synced.fact(track), file);
        EagleQueue killedMeanwhile = queue();
        killedMeanwhile.tryAll();
        eagle.clock().advance(Duration.ofSeconds(11));

        killedMeanwhile.tryAll();

        assertThat(before).isEqualTo(new Arrival.Waits("it has not shown there yet"));
        assertThat(eagle.items()).hasSize(1);
        assertThat(eagle.calls().of("POST /api/item/addFromPath")).isOne();
        assertThat(said).hasSize(1);
    }

    @Test
    void aPathThatEagleDoesNotSeeIsTriedAFewTimesOnly() throws Exception {
        mode("{\"version\": 1}");
        EagleQueue queue = queue(eagle.address(), Optional.empty(), path -> "/elsewhere" + path);
        queue.bring(Synced.fact(track), file);
        for (int round = 0; round < 10; round++) {
            now = now.plus(Duration.ofMinutes(2));
            queue.tryAll();
        }

        assertThat(eagle.calls().of("POST /api/item/addFromPath")).isEqualTo(5);
        assertThat(eagle.items()).isEmpty();
        assertThat(said)
                .singleElement()
                .isInstanceOfSatisfying(
                        TrackProcessed.class,
                        processed -> assertThat(processed.detail())
                                .hasValue("not in Eagle: given up after 5 tries: it has not shown there yet"));
    }

    @Test
    void anErrorThatSays200IsNoSuccess() throws Exception {
        eagle.faults().add(Fault.of("POST /api/v2/item/add", Fault.Kind.ERROR_IN_200, 1));
        EagleQueue queue = queue();
        Arrival before = queue.bring(Synced.fact(track), file);
        now = now.plus(Duration.ofMinutes(2));

        queue.tryAll();

        assertThat(before)
                .isInstanceOfSatisfying(
                        Arrival.Waits.class, waits -> assertThat(waits.why()).startsWith("Eagle says 200"));
        assertThat(eagle.items()).hasSize(1);
    }

    @Test
    void whatIsRefusedAgainAndAgainIsGivenUpWithTheReason() throws Exception {
        eagle.faults().add(Fault.of("POST /api/v2/item/add", Fault.Kind.ERROR_IN_200, 100));
        EagleQueue queue = queue();
        queue.bring(Synced.fact(track), file);
        for (int round = 0; round < 10; round++) {
            now = now.plus(Duration.ofMinutes(2));
            queue.tryAll();
        }

        assertThat(eagle.calls().of("POST /api/v2/item/add")).isEqualTo(5);
        assertThat(said)
                .singleElement()
                .isInstanceOfSatisfying(
                        TrackProcessed.class,
                        processed -> assertThat(processed.detail())
                                .hasValueSatisfying(why -> assertThat(why)
                                        .startsWith("not in Eagle: given up after 5 tries: Eagle says 200")));
        assertThat(queue.unseen())
                .singleElement()
                .satisfies(unseen -> assertThat(unseen.times()).isEqualTo(5));
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

    @Test
    void anAppOnAnotherMachineIsShownTheToken() throws Exception {
        mode("{\"token\": \"secret\"}");

        Arrival without = queue().bring(in("Warm up"), file);
        Files.delete(journal());
        Arrival with = new EagleQueue(
                        new Wishes(journal()),
                        new App(eagle.address(), Optional.of("secret"), Optional.empty()),
                        UnaryOperator.identity(),
                        () -> now,
                        said::add)
                .bring(in("Warm up"), file);

        assertThat(without).isInstanceOf(Arrival.Waits.class);
        assertThat(with).isInstanceOf(Arrival.There.class);
    }

    @Test
    void anErrorAfterTheItemWasMadeMakesNoSecondOne() throws Exception {
        eagle.faults().add(Fault.of("POST /api/v2/item/add", Fault.Kind.SERVER_ERROR_AFTER_EFFECT, 1));
        EagleQueue queue = queue();
        queue.bring(Synced.fact(track), file);

        queue.tryAll();

        assertThat(eagle.items()).hasSize(1);
        assertThat(said).hasSize(1);
    }

    @Test
    void anotherLibraryIsLeftAlone() throws Exception {
        mode("{\"library\": \"Pictures\"}");
        EagleQueue queue = queue(eagle.address(), Optional.of("Music"), UnaryOperator.identity());
        queue.bring(Synced.fact(track), file);
        List<Item> while_ = eagle.items();
        mode("{\"library\": \"Music\"}");

        queue.tryAll();

        assertThat(while_).isEmpty();
        assertThat(eagle.items()).hasSize(1);
    }

    @Test
    void pathsAreMappedAtWholeFolders() {
        UnaryOperator<String> mapping = Eagles.mapping("/data/music=/Users/me/Music");

        assertThat(mapping.apply("/data/music/a.mp3")).isEqualTo("/Users/me/Music/a.mp3");
        assertThat(mapping.apply("/data/musical/a.mp3")).isEqualTo("/data/musical/a.mp3");
    }

    private EagleQueue queue() {
        return queue(eagle.address(), Optional.empty(), UnaryOperator.identity());
    }

    private EagleQueue queue(URI address, Optional<String> library, UnaryOperator<String> mapping) {
        return new EagleQueue(
                new Wishes(journal()), new App(address, Optional.empty(), library), mapping, () -> now, said::add);
    }

    private Path journal() {
        return directory.resolve(".segue-eagle.jsonl");
    }

    private TrackSynced in(String... playlists) {
        return Synced.in(
                Synced.fact(track),
                Arrays.stream(playlists).map(name -> new Placement(name, 1)).toArray(Placement[]::new));
    }

    private void mode(String json) throws Exception {
        assertThat(post("/__control/mode", json).path("error").asText()).isEmpty();
    }

    private JsonNode post(String path, String json) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(eagle.address().resolve(path))
                    .POST(BodyPublishers.ofString(json))
                    .build();
            return Wire.json()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
        }
    }
}
