package dev.segue.processing.eagle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import dev.segue.library.fact.TrackProcessed;
import dev.segue.processing.Eagle.Arrival;
import dev.segue.processing.Synced;
import dev.segue.testkit.eagle.EagleStandIn;
import dev.segue.testkit.eagle.Item;
import dev.segue.testkit.standin.Fault;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EagleQueueTest extends WithEagle {

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
    void anAnswerThatStopsHalfwayIsNotWaitedForForEver() throws Exception {
        var over = new CountDownLatch(1);
        HttpServer halting = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        halting.createContext("/", call -> {
            call.sendResponseHeaders(200, 1000);
            call.getResponseBody().write("{\"status\":".getBytes(StandardCharsets.UTF_8));
            call.getResponseBody().flush();
            awaitEnd(over);
        });
        halting.start();
        URI address = URI.create("http://127.0.0.1:" + halting.getAddress().getPort());
        var app = new App(address, Optional.empty(), Optional.empty(), Duration.ofSeconds(1));
        var queue = new EagleQueue(new Wishes(journal()), app, UnaryOperator.identity(), () -> now, said::add);

        Arrival arrival;
        try {
            arrival = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> queue.bring(Synced.fact(track), file));
        } finally {
            over.countDown();
            halting.stop(0);
        }

        assertThat(arrival).isEqualTo(new Arrival.Waits("Eagle does not answer at " + address + " within 1 s"));
    }

    private static void awaitEnd(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
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
    void aLibraryThatIsOpenedInTheMiddleGetsNothing() throws Exception {
        mode("{\"library\": \"Pictures\"}");
        EagleQueue queue = queueThatOpensPicturesMeanwhile();
        queue.bring(Synced.fact(track), file);
        queue.bring(Synced.fact(Synced.track(2).track()), file);
        mode("{\"library\": \"Music\"}");

        queue.tryAll();
        int meanwhile = eagle.items().size();
        mode("{\"library\": \"Music\"}");
        queue.tryAll();

        assertThat(meanwhile).isOne();
        assertThat(eagle.items()).hasSize(2);
    }

    @Test
    void whatALibraryLacksThatIsOpenedInTheMiddleIsNotTakenForThrownAway() throws Exception {
        mode("{\"library\": \"Pictures\"}");
        EagleQueue queue = queueThatOpensPicturesMeanwhile();
        queue.bring(Synced.fact(Synced.track(2).track()), file);
        now = now.plus(Duration.ofMinutes(1));
        mode("{\"library\": \"Music\"}");
        queue.bring(in("Warm up"), file);
        String item = eagle.items().getFirst().id();
        mode("{\"library\": \"Pictures\"}");
        queue.bring(in("Late"), file);
        post("/api/v2/item/update", "{\"id\": \"%s\", \"isDeleted\": true}".formatted(item));
        mode("{\"library\": \"Music\"}");

        queue.tryAll();
        post("/api/v2/item/update", "{\"id\": \"%s\", \"isDeleted\": false}".formatted(item));
        mode("{\"library\": \"Music\"}");
        queue.tryAll();

        assertThat(eagle.items())
                .filteredOn(there -> there.id().equals(item))
                .singleElement()
                .satisfies(there -> assertThat(there.tags()).containsExactly("Late"));
    }

    /// After the first file that came there, the person opens another library.
    private EagleQueue queueThatOpensPicturesMeanwhile() {
        var app = new App(eagle.address(), Optional.empty(), Optional.of("Music"));
        return new EagleQueue(new Wishes(journal()), app, UnaryOperator.identity(), () -> now, _ -> {
            try {
                mode("{\"library\": \"Pictures\"}");
            } catch (IOException | InterruptedException unanswered) {
                throw new AssertionError(unanswered);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anItemThatThePersonMadeOfTheSamePageIsNotMadeAgain(int version) throws Exception {
        mode("{\"version\": %d}".formatted(version));
        String website = track.link().orElseThrow();
        post(
                "/api/item/addFromPath",
                "{\"path\": \"%s\", \"name\": \"by hand\", \"website\": \"%s\"}".formatted(file, website));

        Arrival arrival = queue().bring(Synced.fact(track), file);

        assertThat(eagle.items()).hasSize(1);
        assertThat(arrival).isEqualTo(new Arrival.There(eagle.items().getFirst().id()));
    }

    @Test
    void pathsAreMappedAtWholeFolders() {
        UnaryOperator<String> mapping = Eagles.mapping("/data/music=/Users/me/Music", Path.of("/data/music/out"));

        assertThat(mapping.apply("/data/music/a.mp3")).isEqualTo("/Users/me/Music/a.mp3");
        assertThat(mapping.apply("/data/musical/a.mp3")).isEqualTo("/data/musical/a.mp3");
    }

    @ParameterizedTest
    @CsvSource({
        "/data/music/=/Users/me/Music/, /Users/me/Music/a.mp3",
        "/data/music=/Users/me/Music//, /Users/me/Music/a.mp3",
        "'/data/music/=C:\\Music\\', C:\\Music/a.mp3",
        "/=/Volumes/nas/, /Volumes/nas/data/music/a.mp3"
    })
    void aSlashAtTheEndChangesNothing(String text, String mapped) {
        UnaryOperator<String> mapping = Eagles.mapping(text, Path.of("/data/music"));

        assertThat(mapping.apply("/data/music/a.mp3")).isEqualTo(mapped);
    }

    @Test
    void aMappingOfAnotherFolderStopsTheStart() {
        assertThatThrownBy(() -> Eagles.mapping("/music=/Users/me/Music", Path.of("/data/music")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("segue.eagle.path-mapping is about /music, and the output folder is /data/music");
    }
}
