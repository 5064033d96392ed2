package dev.segue.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The catalogue held against what is known: how far it is, and what it has found. Immutable.
///
/// @param fix       whether what is found is to be put right
/// @param catalogue where the catalogue is
/// @param waiting   for what, if it can do nothing now
/// @param waitsUntil it is tried again, if so
/// @param reason    why it failed, if it did
/// @param pages     read so far
/// @param tracks    known
/// @param findings  complete when the state is past `COMPARING`
public record Remediation(
        String id,
        State state,
        boolean fix,
        String catalogue,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<String> waiting,
        Optional<Instant> waitsUntil,
        Optional<String> reason,
        int pages,
        int tracks,
        List<Finding> findings) {

    /// How far it is.
    public enum State {
        COMPARING,
        FIXING,
        DONE,
        FAILED
    }

    /// How many findings there are of each kind.
    ///
    /// @param fixed those that are as they should be now
    public record Counts(int different, int noPage, int noId, int unknownId, int sameId, int fixed, int notFixed) {}

    public Remediation {
        findings = List.copyOf(findings);
    }

    static Remediation begun(String id, boolean fix, String catalogue, Instant at) {
        Optional<String> none = Optional.empty();
        Optional<Instant> never = Optional.empty();
        return new Remediation(id, State.COMPARING, fix, catalogue, at, never, none, never, none, 0, 0, List.of());
    }

    @JsonProperty
    public Counts counts() {
        return new Counts(
                count(Finding.Kind.DIFFERENT),
                count(Finding.Kind.NO_PAGE),
                count(Finding.Kind.NO_ID),
                count(Finding.Kind.UNKNOWN_ID),
                count(Finding.Kind.SAME_ID),
                count(Finding.Outcome.FIXED),
                count(Finding.Outcome.CHANGED) + count(Finding.Outcome.REFUSED));
    }

    private int count(Finding.Kind kind) {
        return (int) findings.stream().filter(one -> one.kind() == kind).count();
    }

    private int count(Finding.Outcome outcome) {
        return (int) findings.stream()
                .filter(one -> one.outcome().equals(Optional.of(outcome)))
                .count();
    }

    public boolean ended() {
        return state == State.DONE || state == State.FAILED;
    }

    Remediation read(int newPages, int newTracks) {
        return with(state, newPages, newTracks, findings);
    }

    Remediation compared(List<Finding> found, Instant at) {
        Remediation compared = with(State.FIXING, pages, tracks, found);
        return fix && found.stream().anyMatch(Finding::open) ? compared : compared.done(at);
    }

    Remediation mended(List<Finding> now) {
        return with(state, pages, tracks, now);
    }

    Remediation done(Instant at) {
        return ended(State.DONE, Optional.empty(), at);
    }

    Remediation failed(String why, Instant at) {
        return ended(State.FAILED, Optional.of(why), at);
    }

    Remediation waitingFor(String what, Instant until) {
        return new Remediation(
                id,
                state,
                fix,
                catalogue,
                startedAt,
                endedAt,
                Optional.of(what),
                Optional.of(until),
                reason,
                pages,
                tracks,
                findings);
    }

    private Remediation with(State next, int newPages, int newTracks, List<Finding> now) {
        return with(next, endedAt, reason, newPages, newTracks, now);
    }

    private Remediation ended(State end, Optional<String> why, Instant at) {
        return with(end, Optional.of(at), why, pages, tracks, findings);
    }

    /// Going on, so waiting for nothing.
    private Remediation with(
            State next, Optional<Instant> end, Optional<String> why, int newPages, int newTracks, List<Finding> now) {
        Optional<String> nothing = Optional.empty();
        return new Remediation(
                id, next, fix, catalogue, startedAt, end, nothing, Optional.empty(), why, newPages, newTracks, now);
    }
}
