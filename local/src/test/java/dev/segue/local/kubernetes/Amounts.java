package dev.segue.local.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Map;
import java.util.stream.Stream;

/// How much of a node a container asks for, and may have.
final class Amounts {

    private Amounts() {}

    static Stream<String> complaints(Container container) {
        ResourceRequirements amounts = container.getResources();
        if (amounts == null
                || !amounts.getRequests().containsKey("cpu")
                || !amounts.getLimits().containsKey("memory")) {
            return Stream.of(container.getName() + " does not say what it needs");
        }
        return amounts.getRequests().entrySet().stream()
                .filter(request -> isMore(request, amounts.getLimits()))
                .map(request -> container.getName() + " asks for more " + request.getKey() + " than it may have");
    }

    private static boolean isMore(Map.Entry<String, Quantity> request, Map<String, Quantity> limits) {
        Quantity limit = limits.get(request.getKey());
        return limit != null && request.getValue().getNumericalAmount().compareTo(limit.getNumericalAmount()) > 0;
    }
}
