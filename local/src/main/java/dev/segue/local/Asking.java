package dev.segue.local;

import dev.segue.local.history.Questions;
import dev.segue.local.system.Failure;
import dev.segue.local.system.Part;
import dev.segue.local.system.Processes;

/// Where the running system's metadata-service is.
final class Asking {

    private Asking() {}

    /// @throws Failure if nothing is running
    static Questions of(Context context) {
        int port = Processes.read(context.home())
                .flatMap(system -> system.port(Part.METADATA))
                .orElseThrow(() -> new Failure("nothing is running here: start it with ./segue up"));
        return new Questions(port, context.token());
    }
}
