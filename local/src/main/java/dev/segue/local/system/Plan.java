package dev.segue.local.system;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What shall be started. Immutable.
///
/// @param home     where its state is kept
/// @param mode     `run` or `up`: the command that starts it
/// @param backup   the person's CSV files, as the services are told
/// @param children the processes; the first is the broker, which is started first and stopped last
public record Plan(Home home, String mode, Optional<Path> backup, List<ChildSpec> children) {

    public Plan {
        children = List.copyOf(children);
        if (children.isEmpty()) {
            throw new IllegalArgumentException("nothing to start");
        }
    }

    ChildSpec broker() {
        return children.getFirst();
    }

    List<ChildSpec> services() {
        return children.subList(1, children.size());
    }

    /// Who ends after whom: all at once that may end so, the others one by one, the broker last.
    List<List<ChildSpec>> inOrderOfTheirEnd() {
        var groups = new ArrayList<List<ChildSpec>>();
        groups.add(services().stream().filter(spec -> !spec.endsAlone()).toList());
        services().stream().filter(ChildSpec::endsAlone).map(List::of).forEach(groups::add);
        groups.add(List.of(broker()));
        return groups;
    }
}
