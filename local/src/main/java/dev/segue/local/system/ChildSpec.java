package dev.segue.local.system;

import java.util.List;
import java.util.Map;

/// How one process is started. Immutable.
///
/// @param name        in messages and of its log
/// @param port        where it listens, on loopback
/// @param java        what follows `java` on its command line; the launcher adds its own mark
/// @param environment what it finds in its environment beside the launcher's own
/// @param probe       tells when it is ready
/// @param endsAlone   whether its end takes so much memory that no other process is to end beside it
public record ChildSpec(
        String name, int port, List<String> java, Map<String, String> environment, Probe probe, boolean endsAlone) {

    public ChildSpec {
        java = List.copyOf(java);
        environment = Map.copyOf(environment);
    }
}
