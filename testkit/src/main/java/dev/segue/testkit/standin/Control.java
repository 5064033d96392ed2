package dev.segue.testkit.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The control endpoints that every stand-in has: `/__control/…`.
final class Control {

    static final String PREFIX = "/__control";

    private final Likeness likeness;
    private final Calls calls;
    private final Faults faults;
    private final StandInClock clock;
    private final Pause pause;

    Control(Likeness likeness, Calls calls, Faults faults, StandInClock clock, Pause pause) {
        this.likeness = likeness;
        this.calls = calls;
        this.faults = faults;
        this.clock = clock;
        this.pause = pause;
    }

    List<Endpoint> endpoints() {
        var common = List.of(
                Endpoint.of("GET", PREFIX + "/calls", _ -> Answer.json(200, calls.counts())),
                Endpoint.of("GET", PREFIX + "/state", _ -> Answer.json(200, likeness.state())),
                Endpoint.of("POST", PREFIX + "/reset", _ -> reset()),
                Endpoint.of("POST", PREFIX + "/mode", this::mode),
                Endpoint.of("GET", PREFIX + "/faults", _ -> Answer.json(200, faults.open())),
                Endpoint.of("POST", PREFIX + "/faults", this::fault),
                Endpoint.of("DELETE", PREFIX + "/faults", _ -> noFaults()),
                Endpoint.of("GET", PREFIX + "/clock", _ -> now()),
                Endpoint.of("POST", PREFIX + "/clock", this::clock));
        return Stream.concat(common.stream(), likeness.controls().stream()).toList();
    }

    static Answer mistake(int status, String message) {
        return Answer.json(status, Map.of("error", message));
    }

    private Answer mode(Call call) {
        likeness.mode(call.json());
        return Answer.done();
    }

    private Answer fault(Call call) {
        Fault fault = Fault.parse(call.json());
        List<String> known =
                likeness.endpoints().stream().map(Endpoint::name).sorted().toList();
        if (!fault.endpoint().equals("*") && !known.contains(fault.endpoint())) {
            throw new IllegalArgumentException(
                    "unknown endpoint \"" + fault.endpoint() + "\"; * or one of: " + String.join(", ", known));
        }
        faults.add(fault);
        return Answer.json(200, faults.open());
    }

    private Answer noFaults() {
        faults.clear();
        pause.releaseAll();
        return Answer.done();
    }

    private Answer clock(Call call) {
        JsonNode advance = call.json().path("advance");
        clock.advance(Durations.parse(advance.asText()));
        return now();
    }

    private Answer now() {
        var body = new TreeMap<String, Instant>();
        body.put("now", clock.instant());
        return Answer.json(200, body);
    }

    Answer reset() {
        faults.clear();
        pause.releaseAll();
        clock.reset();
        likeness.reset();
        calls.reset();
        return Answer.done();
    }
}
