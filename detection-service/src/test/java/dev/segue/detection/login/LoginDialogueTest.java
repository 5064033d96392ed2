package dev.segue.detection.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.segue.detection.login.LoginFlow.Outcome;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginDialogueTest {

    private static final Pattern PAGE = Pattern.compile("^ {2}(http\\S+)$", Pattern.MULTILINE);

    @TempDir
    Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PipedWriter keyboard = new PipedWriter();
    private Person person;

    @BeforeEach
    void start() throws IOException {
        person = new Person(directory);
    }

    @AfterEach
    void stop() throws IOException {
        keyboard.close();
        person.close();
    }

    @Test
    void browserOnThisMachineEndsIt() throws IOException {
        CompletableFuture<Outcome> login = logIn(Duration.ofMinutes(1));

        HttpResponse<String> shown = person.visit(person.visit(page())
                .headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow());

        assertThat(login.join()).isInstanceOf(Outcome.Done.class);
        assertThat(shown.body()).contains("Segue may now see your Spotify");
        assertThat(Person.parameters(page().toString()).get("redirect_uri"))
                .startsWith("http%3A%2F%2F127.0.0.1%3A")
                .endsWith("%2Flogin%2Fspotify");
    }

    @Test
    void addressThatIsPastedEndsItWhereTheBrowserIsElsewhere() throws IOException {
        CompletableFuture<Outcome> login = logIn(Duration.ofMinutes(1));
        String redirected =
                person.visit(page()).headers().firstValue("Location").orElseThrow();

        type("what now?");
        type("http://127.0.0.1:1/login/spotify?code=x&state=y");
        await().untilAsserted(() -> assertThat(said()).contains("That is not the address of this login"));
        type(redirected);

        assertThat(login.join()).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void strangersWhoKnockDoNotEndIt() throws IOException {
        CompletableFuture<Outcome> login = logIn(Duration.ofMinutes(1));
        String redirected =
                person.visit(page()).headers().firstValue("Location").orElseThrow();
        String ours = redirected.substring(0, redirected.indexOf('?'));

        assertThat(person.visit(URI.create(ours + "?code=x&state=forged")).body())
                .contains("not the answer to a login");
        assertThat(person.visit(URI.create(ours).resolve("/favicon.ico")).statusCode())
                .isEqualTo(404);
        assertThat(login).isNotDone();
        person.visit(URI.create(redirected));
        assertThat(login.join()).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void refusalEndsIt() throws IOException {
        person.control("PUT", "consent", "{\"granted\":false}");
        CompletableFuture<Outcome> login = logIn(Duration.ofMinutes(1));

        person.visit(
                URI.create(person.visit(page()).headers().firstValue("Location").orElseThrow()));

        assertThat(LoginDialogue.told(person.app, login.join()))
                .isEqualTo("not logged in to Spotify: you did not consent");
    }

    @Test
    void nobodyWaitsForEver() throws IOException {
        assertThat(logIn(Duration.ZERO).join()).isEqualTo(new Outcome.Failed("nobody consented within 0 minutes"));
    }

    @Test
    void portThatIsTakenIsNamed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Outcome outcome = dialogue().hold(taken.getLocalPort(), Duration.ofMinutes(1));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.why()).contains("port " + taken.getLocalPort()));
        }
    }

    @Test
    void screenDecidesWhetherABrowserIsOpened() {
        assertThat(Browser.of("Linux", Map.of())).isEmpty();
        assertThat(Browser.of("Linux", Map.of("DISPLAY", ":0"))).isPresent();
        assertThat(Browser.of("Mac OS X", Map.of())).isPresent();
    }

    private CompletableFuture<Outcome> logIn(Duration most) throws IOException {
        LoginDialogue dialogue = dialogue();
        return CompletableFuture.supplyAsync(() -> {
            try {
                return dialogue.hold(0, most);
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        });
    }

    private LoginDialogue dialogue() throws IOException {
        return new LoginDialogue(
                person.app,
                new LoginFlow(person.app, person.clock),
                Optional.empty(),
                new BufferedReader(new PipedReader(keyboard)),
                new PrintStream(printed, true, UTF_8));
    }

    private void type(String line) throws IOException {
        keyboard.write(line + "\n");
        keyboard.flush();
    }

    private String said() {
        return printed.toString(UTF_8);
    }

    private URI page() {
        await().until(() -> PAGE.matcher(said()).find());
        Matcher page = PAGE.matcher(said());
        return page.find() ? URI.create(page.group(1)) : URI.create("none");
    }
}
