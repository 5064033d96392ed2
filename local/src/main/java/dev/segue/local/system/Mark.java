package dev.segue.local.system;

import java.util.List;

/// What makes a process recognisable as ours: two settings on its command line. (Not `segue.…`: those are the services'
/// own, and an unknown one stops their start.)
///
/// @param instance a UUID of the start that it belongs to
/// @param name     what it is
record Mark(String instance, String name) {

    private static final String INSTANCE = "-Dsegue-instance=";
    private static final String NAME = "-Dsegue-service=";

    List<String> settings() {
        return List.of(INSTANCE + instance, NAME + name);
    }

    /// All living processes of the start called `instance`.
    static List<ProcessHandle> bearers(String instance) {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .filter(process -> bears(process, INSTANCE + instance))
                .toList();
    }

    static boolean isBroker(ProcessHandle process) {
        return bears(process, NAME + Part.BROKER.label());
    }

    private static boolean bears(ProcessHandle process, String setting) {
        return process.info()
                .commandLine()
                .filter(line -> (line + " ").contains(" " + setting + " "))
                .isPresent();
    }
}
