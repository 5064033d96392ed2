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
        return new Remediation(id, State.COMPARING, fix, catalogue, at, Optional.empty(), none, none, 0, 0, List.of());
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
        return with(state, Optional.empty(), newPages, newTracks, findings);
    }

    Remediation compared(List<Finding> found, Instant at) {
        Remediation compared = with(State.FIXING, Optional.empty(), pages, tracks, found);
        return fix && found.stream().anyMatch(Finding::open) ? compared : compared.done(at);
    }

    Remediation mended(List<Finding> now) {
        return with(state, Optional.empty(), pages, tracks, now);
    }

    Remediation done(Instant at) {
        return ended(State.DONE, Optional.empty(), at);
    }

    Remediation failed(String why, Instant at) {
        return ended(State.FAILED, Optional.of(why), at);
    }

    Remediation waitingFor(String what) {
        return with(state, Optional.of(what), pages, tracks, findings);
    }

    private Remediation with(State next, Optional<String> waits, int newPages, int newTracks, List<Finding> now) {
        return new Remediation(id, next, fix, catalogue, startedAt, endedAt, waits, reason, newPages, newTracks, now);
    }

    private Remediation ended(State end, Optional<String> why, Instant at) {
        return new Remediation(
                id, end, fix, catalogue, startedAt, Optional.of(at), Optional.empty(), why, pages, tracks, findings);
    }
}
