package dev.segue.detection.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.detection.login.LoginFlow.Outcome;
import dev.segue.detection.login.TokenFile.Stored;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginFlowTest {

    @TempDir
    Path directory;

    private Person person;
    private LoginFlow flow;

    @BeforeEach
    void start() throws IOException {
        person = new Person(directory);
        flow = new LoginFlow(person.app, person.clock);
    }

    @AfterEach
    void stop() {
        person.close();
    }

    @Test
    void consentLeadsToALoginThatLastsSixMonths() {
        Outcome outcome = flow.finish(person.consent(begin()));

        assertThat(outcome).isEqualTo(new Outcome.Done(Optional.of(Instant.parse("2027-05-22T12:00:00Z"))));
        assertThat(new TokenFile(person.app.tokenFile()).read()).isInstanceOf(Stored.Present.class);
    }

    @Test
    void fileIsForItsOwnerOnly() throws IOException {
        person.logIn();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(person.app.tokenFile())))
                .isEqualTo("rw-------");
        assertThat(person.app.tokenFile()).content().contains("refreshToken");
    }

    @Test
    void pageAsksForWhatIsReadOnlyAndShowsNoSecret() {
        Map<String, String> asked = Person.parameters(begin().toString());

        assertThat(asked)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("response_type", "code")
                .containsKeys("code_challenge", "state")
                .doesNotContainKey("code_verifier");
        assertThat(asked.get("scope")).contains("user-library-read").doesNotContain("modify");
    }

    @Test
    void withASecretTheLoginIsTheSame() {
        App app = new App(
                Service.SPOTIFY,
                person.app.clientId(),
                Optional.of(new Secret("segue-demo")),
                person.app.accounts(),
                person.app.tokenFile());
        var withSecret = new LoginFlow(app, person.clock);

        assertThat(withSecret.finish(
                        person.consent(withSecret.begin(Person.REDIRECT).page())))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void answerThatWasNotAskedForIsNotTaken() {
        var forged = new HashMap<>(person.consent(begin()));
        forged.put("state", "guess");

        assertThat(flow.finish(forged)).isEqualTo(new Outcome.Unknown());
        assertThat(flow.finish(Map.of())).isEqualTo(new Outcome.Unknown());
        assertThat(person.calls()).isZero();
        assertThat(person.app.tokenFile()).doesNotExist();
    }

    @Test
    void answerIsTakenOnceAndInTime() {
        Map<String, String> answer = person.consent(begin());
        Map<String, String> late = person.consent(begin());
        flow.finish(answer);

        assertThat(flow.finish(answer)).isEqualTo(new Outcome.Unknown());
        person.clock.advance(Duration.ofMinutes(11));
        assertThat(flow.finish(late)).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void whoDoesNotConsentHearsIt() {
        person.control("PUT", "consent", "{\"granted\":false}");

        assertThat(flow.finish(person.consent(begin()))).isEqualTo(new Outcome.Failed("you did not consent"));
    }

    @Test
    void whatIsWrongWithTheAnswerIsSaidAndTheOldLoginStays() throws IOException {
        person.logIn();
        byte[] before = Files.readAllBytes(person.app.tokenFile());

        person.fault("garbage", 1, "");
        assertThat(flow.finish(person.consent(begin())))
                .isEqualTo(new Outcome.Failed("the login server's answer is not JSON"));
        person.fault("200-with-error", 1, "");
        assertThat(flow.finish(person.consent(begin()))).isInstanceOf(Outcome.Failed.class);
        person.fault("5xx", 1, ",\"status\":503");
        assertThat(flow.finish(person.consent(begin()))).isEqualTo(new Outcome.Failed("the login server answered 503"));
        assertThat(person.app.tokenFile()).hasBinaryContent(before);
    }

    @Test
    void redirectIsNotFollowed() throws IOException {
        try (Person stranger = new Person(directory.resolve("stranger"))) {
            person.fault("redirect", 1, ",\"location\":\"" + stranger.spotify.address() + "/api/token\"");

            assertThat(flow.finish(person.consent(begin())))
                    .isEqualTo(new Outcome.Failed("the login server redirects elsewhere, which is not followed"));
            assertThat(stranger.spotify.calls().total()).isZero();
        }
    }

    @Test
    void fileThatCannotBeWrittenIsSaidBeforeTheCodeIsUsed() throws IOException {
        Files.createDirectories(person.app.tokenFile().getParent());
        Files.createDirectories(person.app.tokenFile().resolveSibling("spotify-login.json.new/full"));

        assertThat(flow.finish(person.consent(begin())))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class, failed -> assertThat(failed.why()).contains("cannot be written"));
        assertThat(person.calls()).isZero();
    }

    private URI begin() {
        return flow.begin(Person.REDIRECT).page();
    }
}
