package dev.segue.detection;

import dev.segue.library.fact.ApiStatus;
import dev.segue.library.fact.ApiStatus.Api;
import dev.segue.library.fact.ApiStatus.Calls;
import dev.segue.library.fact.ApiStatus.Feature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What every call of an API must pass: the budget of a day, a reserve in it for what plays now, a pace, and the end of
/// a 429's `Retry-After`. Thread-safe.
///
/// ```
///            ┌──────── shut: nothing goes out ────────┐
/// enter ───▶ │ not remembered yet · no credentials ·  │──▶ closed until …
///            │ blocked by a 429 · budget is used up   │
///            └────────────────────────────────────────┘
///                 │ open: counted, paced
///                 ▼
///               call ───▶ answered · rateLimited · refused        each is told to the listener, for `api-status`
/// ```
///
/// An API that cannot be reached, or fails twice in a row, closes nothing: it is said to give no answers until it gives
/// one, so that nothing waits for it.
///
/// Closed until what it was before is remembered, so that a restart does not forget a block.
public final class ApiGate {

    /// What a call is for.
    public enum Purpose {
        /// what plays now: may use the reserve
        NOW_PLAYING,
        /// all else
        OTHER
    }

    /// How often it may be asked.
    ///
    /// @param daily     calls in any 24 hours
    /// @param reserve   how many of them are kept for what plays now
    /// @param perSecond the pace
    public record Limits(int daily, int reserve, int perSecond) {}

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration A_WHILE = Duration.ofMinutes(1);
    /// After so many failures in a row none of them was the fault of what was asked for.
    private static final int TOO_MANY_FAILURES = 2;

    private record Key(String endpoint, String outcome) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byEndpoint = endpoint.compareTo(other.endpoint);
            return byEndpoint != 0 ? byEndpoint : outcome.compareTo(other.outcome);
        }
    }

    private final Api api;
    private final Optional<String> app;
    private final Limits limits;
    private final InstantSource clock;
    private final Consumer<ApiStatus> listener;
    private final Pace pace;
    private final CallWindow window = new CallWindow();
    private final Block block = new Block();
    private final Set<Feature> refuses = EnumSet.noneOf(Feature.class);
    private final Map<Key, Long> calls = new TreeMap<>();
    private Optional<String> problem = Optional.empty();
    private Optional<String> unreached = Optional.empty();
    private int failures;
    private boolean remembered;

    /// @param app      which client id, hashed; empty: none is configured
    /// @param listener hears in order how the API stands, whenever that has changed; must not call back
    public ApiGate(Api api, Optional<String> app, Limits limits, InstantSource clock, Consumer<ApiStatus> listener) {
        this.api = api;
        this.app = app;
        this.limits = limits;
        this.clock = clock;
        this.listener = listener;
        this.pace = Pace.of(limits.perSecond());
    }

    /// Takes note of how the API stood in an earlier life of this service. What a client id was refused is forgotten
    /// with it.
    public synchronized void remember(ApiStatus status) {
        if (remembered) {
            return;
        }
        window.restore(status.window());
        block.restore(status.blockedUntil());
        refuses.clear();
        refuses.addAll(status.app().equals(app) ? status.refuses() : Set.of());
        calls.clear();
        status.calls().forEach(one -> calls.put(new Key(one.endpoint(), one.outcome()), one.count()));
    }

    /// Opens the gate: all is remembered.
    public synchronized void open() {
        remembered = true;
        tell();
    }

    /// Whether there are credentials.
    public boolean configured() {
        return app.isPresent();
    }

    /// Until when no call may go out; empty if one may.
    public synchronized Optional<Instant> closedUntil(Purpose purpose) {
        Instant now = clock.instant();
        if (!remembered) {
            return Optional.of(now.plus(SOON));
        }
        if (app.isEmpty()) {
            return Optional.of(inAWhile());
        }
        int limit = purpose == Purpose.NOW_PLAYING ? limits.daily() : limits.daily() - limits.reserve();
        return block.end(now).or(() -> window.fullUntil(now, limit));
    }

    /// Lets a call pass, and counts it; waits for the pace.
    ///
    /// @return empty: the call must go out now. Else: it must not, before that time
    public Optional<Instant> enter(Purpose purpose) {
        Optional<Instant> closed = closedUntil(purpose);
        if (closed.isPresent()) {
            return closed;
        }
        pace.await();
        return pass(purpose);
    }

    private synchronized Optional<Instant> pass(Purpose purpose) {
        Optional<Instant> closed = closedUntil(purpose);
        if (closed.isEmpty()) {
            window.add(clock.instant());
        }
        return closed;
    }

    /// A call ended in some way other than a 429.
    ///
    /// @param endpoint with the names of what varies: `GET /v1/tracks/{id}`
    public synchronized void ended(String endpoint, Outcome<?> outcome) {
        count(endpoint, outcome);
        if (outcome instanceof Outcome.Answer) {
            block.forget();
            problem = Optional.empty();
        }
        if (outcome instanceof Outcome.Failed<?>(String why, boolean _)) {
            failures++;
            unreached = failures < TOO_MANY_FAILURES ? unreached : unreached.or(() -> Optional.of(why));
        } else {
            heard();
        }
        tell();
    }

    /// A call that passed arrived nowhere: it does not count.
    public synchronized void lost(String why) {
        window.takeBack();
        silent(why);
    }

    /// There is no answer to be had now, for whatever is asked; the next one ends this. Closes nothing.
    public synchronized void silent(String why) {
        if (unreached.isEmpty()) {
            unreached = Optional.of(why);
            tell();
        }
    }

    private void heard() {
        failures = 0;
        unreached = Optional.empty();
    }

    /// A call was answered with 429: the gate is closed.
    ///
    /// @param retryAfter as the API said, if it did
    /// @param quota      whether it said that the day's quota is used up
    /// @return until when
    public synchronized Instant rateLimited(String endpoint, Optional<Duration> retryAfter, boolean quota) {
        Instant until = block.begin(clock.instant(), retryAfter, quota);
        heard();
        count(endpoint, new Outcome.RateLimited<>(until));
        tell();
        return until;
    }

    /// The login server takes no calls, so that there is no token: the gate is closed as by a 429 of the API.
    ///
    /// @param retryAfter as it said, if it did
    /// @return until when
    public synchronized Instant noTokens(Optional<Duration> retryAfter) {
        Instant until = block.begin(clock.instant(), retryAfter, false);
        tell();
        return until;
    }

    private void count(String endpoint, Outcome<?> outcome) {
        calls.merge(new Key(endpoint, outcome.label()), 1L, Long::sum);
    }

    /// This app may not have `feature`: learnt once, and kept as long as the client id is the same.
    public synchronized void refuse(Feature feature) {
        if (refuses.add(feature)) {
            tell();
        }
    }

    public synchronized boolean refuses(Feature feature) {
        return refuses.contains(feature);
    }

    /// Nobody may ask until a person has done something about `why`; the next answer ends this.
    ///
    /// @return when to see whether that person has
    public synchronized Instant unusable(String why) {
        if (!problem.equals(Optional.of(why))) {
            problem = Optional.of(why);
            tell();
        }
        return inAWhile();
    }

    /// When to see whether a person has done something.
    Instant inAWhile() {
        return clock.instant().plus(A_WHILE);
    }

    /// How the API stands now.
    public synchronized ApiStatus status() {
        Instant now = clock.instant();
        int made = window.calls(now);
        return new ApiStatus(
                api,
                app.isPresent() && problem.isEmpty(),
                made,
                app.isPresent() ? Math.max(0, limits.daily() - made) : 0,
                app.isPresent() ? limits.reserve() : 0,
                block.end(now),
                refuses,
                app,
                problem,
                unreached,
                window.slots(now),
                calls.entrySet().stream()
                        .map(one ->
                                new Calls(one.getKey().endpoint(), one.getKey().outcome(), one.getValue()))
                        .toList(),
                now);
    }

    private void tell() {
        listener.accept(status());
    }
}
