/// What all stand-ins share: a server that behaves as one API, counts its calls, and fails when told to.
///
/// A stand-in is a [dev.segue.testkit.standin.Likeness], which says what the API's endpoints answer, which form its
/// errors have and which limits it keeps, in front of which [dev.segue.testkit.standin.StandIn] puts the server, the
/// counts, the faults and the control endpoints:
///
/// ```
/// request ──> Reception ──> /__control/…  ──> Control         (neither counted nor refused)
///                │
///                └──> endpoint ──> fault? ──> Likeness.refusal? ──> Endpoint.handler ──> counted ──> answer
/// ```
///
/// To add one: write a likeness whose endpoints are methods `Answer x(Call call)`; take everything that depends on
/// the time from the [dev.segue.testkit.standin.StandInClock] it is given; throw a
/// [dev.segue.testkit.standin.Refusal] for what the API would refuse; keep limits with a
/// [dev.segue.testkit.standin.RollingWindow]. Endpoints are counted by their template, as in `GET /v1/tracks/{id}`.
///
/// ```java
/// final class Notes implements Likeness {
///     Notes(StandInClock clock) { … }
///     public List<Endpoint> endpoints() {
///         return List.of(Endpoint.of("GET", "/v1/notes/{id}", this::note));
///     }
///     private Answer note(Call call) {
///         return Answer.json(200, find(call.place("id")).orElseThrow(() -> new Refusal(404, "no such note")));
///     }
///     …
/// }
///
/// var clock = new StandInClock();
/// try (StandIn notes = StandIn.start(0, clock, new Notes(clock))) {
///     client.call(notes.address());
///     assertThat(notes.calls().of("GET /v1/notes/{id}")).isOne();
/// }
/// ```
@NullMarked
package dev.segue.testkit.standin;

import org.jspecify.annotations.NullMarked;
