package dev.segue.detection.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.segue.detection.AccessTokens.Access;
import dev.segue.detection.LoginState.Standing;
import dev.segue.detection.login.TokenFile.Stored;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserTokensTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path directory;

    private Person person;
    private UserTokens tokens;

    @BeforeEach
    void start() throws IOException {
        person = new Person(directory);
        tokens = new UserTokens(person.app, person.clock);
    }

    @AfterEach
    void stop() {
        person.close();
    }

    @Test
    void beforeALoginThereIsNoRightOfAPerson() {
        assertThat(tokens.access()).isEmpty();
        assertThat(tokens.state().standing()).isEqualTo(Standing.NONE);
        assertThat(person.calls()).isZero();
    }

    @Test
    void loginCountsAtOnceAndCostsNoFurtherCall() {
        person.logIn();

        assertThat(person.status(token())).isEqualTo(200);
        assertThat(token()).isEqualTo(token());
        assertThat(person.calls()).isOne();
        assertThat(tokens.state().standing()).isEqualTo(Standing.GOOD);
    }

    @Test
    void tokenIsRenewedBeforeItEndsAndTheNewRefreshTokenIsKept() {
        person.logIn();
        String first = token();
        Secret refresh = login().refreshToken();

        for (int hours = 1; hours <= 3; hours++) {
            person.clock.advance(HOUR.minusSeconds(30));
            assertThat(person.status(token())).isEqualTo(200);
        }

        assertThat(token()).isNotEqualTo(first);
        assertThat(login().refreshToken()).isNotEqualTo(refresh);
        assertThat(person.calls()).isEqualTo(4);
    }

    @Test
    void manyWhoAskAtOnceCauseOneRenewalAlsoInTwoProcesses() throws Exception {
        person.logIn();
        person.clock.advance(HOUR);
        var second = new UserTokens(person.app, person.clock);
        List<Callable<Optional<Access>>> askers = Stream.generate(
                        () -> Stream.<Callable<Optional<Access>>>of(tokens::access, second::access))
                .limit(8)
                .flatMap(both -> both)
                .toList();

        List<Future<Optional<Access>>> answers;
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = all.invokeAll(askers);
        }

        for (Future<Optional<Access>> answer : answers) {
            assertThat(answer.get()).isEqualTo(tokens.access());
        }
        assertThat(person.calls()).isEqualTo(2);
    }

    @Test
    void whatAnotherProcessRenewedIsUsed() {
        person.logIn();
        person.clock.advance(HOUR);
        var other = new UserTokens(person.app, person.clock);
        Optional<Access> theirs = other.access();

        assertThat(tokens.access()).isEqualTo(theirs);
        assertThat(person.calls()).isEqualTo(2);
    }

    @Test
    void tokenThatTheApiRefusedIsRenewedOnce() {
        person.logIn();
        String first = token();

        tokens.refused(first);
        String second = token();
        tokens.refused(first);

        assertThat(second).isNotEqualTo(first);
        assertThat(token()).isEqualTo(second);
        assertThat(person.calls()).isEqualTo(2);
    }

    @Test
    void oneInvalidGrantIsNotTheEnd() {
        person.logIn();
        person.clock.advance(HOUR);
        person.fault("5xx", 1, ",\"status\":400");

        assertThat(access()).isInstanceOf(Access.NotNow.class);
        assertThat(tokens.state().standing()).isEqualTo(Standing.IN_DOUBT);
        assertThat(access()).isInstanceOf(Access.NotNow.class);
        assertThat(person.calls()).isEqualTo(2);

        person.clock.advance(Duration.ofMinutes(1));
        assertThat(person.status(token())).isEqualTo(200);
        assertThat(tokens.state().standing()).isEqualTo(Standing.GOOD);
    }

    @Test
    void secondInvalidGrantIsTheEndUntilSomebodyLogsInAgain() {
        person.logIn();
        person.control("DELETE", "tokens", "");
        person.clock.advance(HOUR);

        assertThat(access()).isInstanceOf(Access.NotNow.class);
        person.clock.advance(Duration.ofMinutes(1));
        assertThat(access())
                .isEqualTo(new Access.NeedsLogin(
                        "Spotify says invalid_grant: Invalid refresh token: log in again with ./segue login spotify"));
        person.clock.advance(HOUR);
        assertThat(access()).isInstanceOf(Access.NeedsLogin.class);
        assertThat(person.calls()).isEqualTo(3);
        assertThat(tokens.state().standing()).isEqualTo(Standing.ENDED);
        assertThat(person.app.tokenFile()).exists();

        person.logIn();
        assertThat(person.status(token())).isEqualTo(200);
        assertThat(tokens.state().standing()).isEqualTo(Standing.GOOD);
    }

    @Test
    void weeksBeforeTheEndThereIsAWarningAndAtTheEndThereIsNoDoubt() {
        person.logIn();
        person.clock.advance(Duration.ofDays(152));
        assertThat(tokens.state().standing()).isEqualTo(Standing.GOOD);
        person.clock.advance(Duration.ofDays(2));

        assertThat(tokens.state().standing()).isEqualTo(Standing.ENDS_SOON);
        assertThat(tokens.state().advice().orElseThrow())
                .contains("ends on 2027-05-22")
                .contains("./segue login spotify");
        assertThat(person.status(token())).isEqualTo(200);

        person.clock.advance(Duration.ofDays(30));
        assertThat(access()).isInstanceOf(Access.NeedsLogin.class);
        assertThat(tokens.state().standing()).isEqualTo(Standing.ENDED);
    }

    @Test
    void killBetweenANewTokenAndItsWritingEndsInAClearDemandToLogIn() throws IOException {
        person.logIn();
        byte[] before = Files.readAllBytes(person.app.tokenFile());
        person.clock.advance(HOUR);
        token();
        Files.write(person.app.tokenFile(), before); // as if the process had died before

        var next = new UserTokens(person.app, person.clock);
        assertThat(next.access().orElseThrow()).isInstanceOf(Access.NotNow.class);
        person.clock.advance(Duration.ofMinutes(1));
        assertThat(next.access().orElseThrow()).isInstanceOf(Access.NeedsLogin.class);
        assertThat(next.state().advice().orElseThrow()).contains("./segue login spotify");
    }

    @Test
    void rotatedTokenThatAnotherProcessWroteAfterAllIsFound() throws IOException {
        person.logIn();
        byte[] before = Files.readAllBytes(person.app.tokenFile());
        person.clock.advance(HOUR);
        token();
        byte[] after = Files.readAllBytes(person.app.tokenFile());
        person.clock.advance(HOUR);
        Files.write(person.app.tokenFile(), before);
        assertThat(access()).isInstanceOf(Access.NotNow.class);

        Files.write(person.app.tokenFile(), after);

        assertThat(person.status(token())).isEqualTo(200);
    }

    @Test
    void withoutADiskThatTakesItNothingIsRenewed() throws IOException {
        person.logIn();
        person.clock.advance(HOUR);
        Path inTheWay = person.app.tokenFile().resolveSibling("spotify-login.json.new/full");
        Files.createDirectories(inTheWay);

        assertThat(access()).isInstanceOf(Access.NotNow.class);
        assertThat(person.calls()).isOne();

        Files.delete(inTheWay);
        assertThat(person.status(token())).isEqualTo(200);
    }

    @Test
    void clockThatWasSetBackCausesARenewalRatherThanADeadToken() {
        person.logIn();
        var early = new UserTokens(person.app, () -> Person.NOON.minus(Duration.ofDays(400)));

        assertThat(early.access().orElseThrow()).isInstanceOf(Access.Granted.class);
        assertThat(person.calls()).isEqualTo(2);
    }

    @Test
    void answerThatMakesNoSenseIsNotTheEnd() {
        person.logIn();
        person.clock.advance(HOUR);
        person.fault("200-with-error", 1, "");
        assertThat(access()).isInstanceOf(Access.NotNow.class);
        person.fault("5xx", 1, ",\"status\":503");
        assertThat(access()).isEqualTo(new Access.Busy(Optional.empty()));
        person.fault("429", 1, ",\"retryAfter\":3600");
        assertThat(access()).isEqualTo(new Access.Busy(Optional.of(HOUR)));

        assertThat(person.status(token())).isEqualTo(200);
    }

    @Test
    void refreshTokenGoesToNoOtherServerAndToNoOtherApp() throws IOException {
        person.logIn();
        person.clock.advance(HOUR);
        try (Person stranger = new Person(directory.resolve("stranger"))) {
            assertThat(tokensOf(person.app.clientId(), stranger.spotify.address())
                            .access())
                    .isEmpty();
            assertThat(tokensOf("another", person.app.accounts()).access()).isEmpty();
            person.fault("redirect", 1, ",\"location\":\"" + stranger.spotify.address() + "/api/token\"");
            assertThat(access()).isInstanceOf(Access.NotNow.class);

            assertThat(stranger.spotify.calls().total()).isZero();
        }
    }

    private UserTokens tokensOf(String clientId, URI accounts) {
        return new UserTokens(
                new App(Service.SPOTIFY, clientId, Optional.empty(), accounts, person.app.tokenFile()), person.clock);
    }

    @Test
    void fileThatIsNoLoginIsSaidAndNotTouched() throws IOException {
        Files.createDirectories(person.app.tokenFile().getParent());
        Files.writeString(person.app.tokenFile(), "{\"refreshToken\":\"secret-text");

        assertThat(tokens.access()).isEmpty();
        assertThat(tokens.state().standing()).isEqualTo(Standing.ENDED);
        assertThat(tokens.state().advice().orElseThrow())
                .contains("is not a login")
                .doesNotContain("secret-text");
        assertThat(person.app.tokenFile()).hasContent("{\"refreshToken\":\"secret-text");
    }

    @Test
    void nothingThatIsPrintedTellsAToken() {
        person.logIn();
        Login login = login();

        assertThat(login.toString() + access() + person.app + tokens.state())
                .doesNotContain(login.accessToken().text())
                .doesNotContain(login.refreshToken().text());
    }

    private Access access() {
        return tokens.access().orElseThrow();
    }

    private String token() {
        return access() instanceof Access.Granted granted ? granted.token() : "none: " + access();
    }

    private Login login() {
        return new TokenFile(person.app.tokenFile()).read() instanceof Stored.Present(Login login)
                ? login
                : fail("no login");
    }
}
