package dev.segue.testkit.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// How one API behaves: its endpoints, the form of its errors, its limits, and what it holds.
///
/// Called by many threads at once.
public interface Likeness {

    /// Such as `Spotify`, for messages.
    String name();

    /// What clients call.
    List<Endpoint> endpoints();

    /// Further control endpoints, whose paths begin with `/__control/`.
    default List<Endpoint> controls() {
        return List.of();
    }

    /// Whether `call` is refused before its endpoint sees it, by a limit. Called once for each call, so it may count.
    ///
    /// @param endpoint such as `GET /v1/tracks/{id}`
    default Optional<Answer> refusal(Call call, String endpoint) {
        return Optional.empty();
    }

    /// An error in the form of this API.
    Answer error(int status, String message);

    /// An error of one endpoint, where not all of them speak alike.
    ///
    /// @param endpoint such as `POST /api/token`
    default Answer error(String endpoint, int status, String message) {
        return error(status, message);
    }

    /// The answer to a call too many, without the header `Retry-After`, which is added where the API sends it.
    ///
    /// @param seconds to wait
    default Answer tooManyCalls(long seconds) {
        return error(429, "Too many requests");
    }

    /// Whether a 429 carries `Retry-After`.
    default boolean saysRetryAfter() {
        return true;
    }

    /// Changes limits and what is refused, for `POST /__control/mode`.
    ///
    /// @throws IllegalArgumentException with a message that says what is accepted
    void mode(JsonNode mode);

    /// Everything held, for `GET /__control/state`: an object that Jackson can write.
    Object state();

    /// Back to the start of counts and limits; data stays.
    void reset();

    /// Called after `answer` was made for a call of `endpoint` and before it is sent, so that scripted changes can
    /// happen between two calls.
    default void answered(String endpoint, Answer answer) {}
}
