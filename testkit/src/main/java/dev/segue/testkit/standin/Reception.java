package dev.segue.testkit.standin;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Takes each call to its endpoint, and counts it. Thread-safe.
final class Reception {

    private final Likeness likeness;
    private final Failing failing;
    private final Calls calls;
    private final Faults faults;
    private final List<Endpoint> endpoints;
    private final List<Endpoint> controls;

    Reception(Likeness likeness, Failing failing, Calls calls, Faults faults, List<Endpoint> controls) {
        this.likeness = likeness;
        this.failing = failing;
        this.calls = calls;
        this.faults = faults;
        this.endpoints = exactFirst(likeness.endpoints());
        this.controls = exactFirst(controls);
    }

    private static List<Endpoint> exactFirst(List<Endpoint> endpoints) {
        return endpoints.stream()
                .sorted(Comparator.comparingLong(Endpoint::places))
                .toList();
    }

    /// The answer to `call`; empty if the client shall get none.
    Optional<Answer> receive(Call call) {
        if (call.path().startsWith(Control.PREFIX)) {
            return Optional.of(control(call));
        }
        Optional<Route> route = route(endpoints, call);
        if (route.isEmpty()) {
            Answer nothing =
                    likeness.error(isKnown(call) ? 405 : 404, isKnown(call) ? "Method not allowed" : "Not found");
            calls.count(call.method() + ' ' + call.path(), nothing.status());
            return Optional.of(nothing);
        }
        return endpoint(route.get());
    }

    private Optional<Answer> endpoint(Route route) {
        String name = route.endpoint().name();
        Optional<Fault> fault = faults.next(name);
        if (fault.filter(one -> one.kind() == Fault.Kind.TIMEOUT).isPresent()) {
            calls.count(name, 0);
            return failing.answer(name, fault.get(), () -> carryOut(route));
        }
        Optional<Answer> answer = fault.isPresent()
                ? failing.answer(name, fault.get(), () -> carryOut(route))
                : Optional.of(carryOut(route));
        answer.ifPresent(made -> {
            calls.count(name, made.status());
            likeness.answered(name, made);
        });
        return answer;
    }

    private Answer carryOut(Route route) {
        return likeness.refusal(route.call(), route.endpoint().name()).orElseGet(() -> handle(route));
    }

    private Answer handle(Route route) {
        try {
            return route.endpoint().handler().apply(route.call());
        } catch (Refusal refusal) {
            return likeness.error(route.endpoint().name(), refusal.status(), refusal.told());
        }
    }

    private Answer control(Call call) {
        try {
            return route(controls, call)
                    .map(route -> route.endpoint().handler().apply(route.call()))
                    .orElseGet(() -> Control.mistake(
                            404, "no such control endpoint; there are: " + String.join(", ", names(controls))));
        } catch (Refusal refusal) {
            return Control.mistake(refusal.status(), refusal.told());
        } catch (IllegalArgumentException mistake) {
            return Control.mistake(400, String.valueOf(mistake.getMessage()));
        }
    }

    private static List<String> names(List<Endpoint> endpoints) {
        return endpoints.stream().map(Endpoint::name).sorted().toList();
    }

    private boolean isKnown(Call call) {
        return endpoints.stream()
                .anyMatch(endpoint -> endpoint.match(call.path()).isPresent());
    }

    /// An endpoint and the call that is for it.
    private record Route(Endpoint endpoint, Call call) {}

    private static Optional<Route> route(List<Endpoint> endpoints, Call call) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.method().equals(call.method()))
                .flatMap(endpoint -> matched(endpoint, call))
                .findFirst();
    }

    private static Stream<Route> matched(Endpoint endpoint, Call call) {
        Optional<Map<String, String>> places = endpoint.match(call.path());
        return places.map(found -> new Route(endpoint, call.at(found))).stream();
    }
}
