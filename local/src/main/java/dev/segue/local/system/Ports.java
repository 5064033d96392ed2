package dev.segue.local.system;

import dev.segue.testkit.FreePort;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Where each part listens. Immutable.
public record Ports(Map<Part, Integer> byPart) {

    public Ports {
        byPart = Map.copyOf(byPart);
        if (!byPart.keySet().equals(EnumSet.allOf(Part.class))) {
            throw new IllegalArgumentException("ports for " + byPart.keySet() + " only");
        }
    }

    /// Those of `design.md`: what a person, a page or another tool expects.
    public static Ports standard() {
        var ports = new EnumMap<Part, Integer>(Part.class);
        for (Part part : Part.values()) {
            ports.put(part, part.defaultPort());
        }
        return new Ports(ports);
    }

    /// Ports that nobody uses now, so that a run does not stand in anyone's way.
    public static Ports free() {
        var ports = new EnumMap<Part, Integer>(Part.class);
        Set<Integer> taken = new HashSet<>();
        for (Part part : Part.values()) {
            int port = FreePort.find();
            while (!taken.add(port)) {
                port = FreePort.find();
            }
            ports.put(part, port);
        }
        return new Ports(ports);
    }

    public int of(Part part) {
        return byPart.getOrDefault(part, part.defaultPort());
    }

    /// Refuses to start what could not listen.
    static void requireFree(Plan plan) {
        for (ChildSpec child : plan.children()) {
            if (!FreePort.isFree(child.port())) {
                throw new Failure("port " + child.port() + " (" + child.name()
                        + ") is in use: stop what listens there and try again; nothing was started");
            }
        }
    }
}
