package dev.segue.local.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A login, done by a program of detection-service, which alone knows tokens. It has the settings that the service
/// would have, needs no running system, and talks to the person itself. Immutable.
///
/// @param environment of the person who gives the command
/// @param here        where the command was given
public record LoginProcess(Home home, Map<String, String> environment, Path here) {

    private static final String PROGRAM = "dev.segue.detection.login.LoginProgram";

    public LoginProcess {
        environment = Map.copyOf(environment);
    }

    /// Runs it to its end.
    ///
    /// @param arguments as the program takes them
    /// @return its exit status
    public int run(List<String> arguments) {
        home.prepare();
        var plan = new PipelinePlan(home, Ports.standard(), environment, here);
        var command = new ArrayList<>(List.of(java(), "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.addAll(List.of("-cp", classPath(plan)));
        command.add(PROGRAM);
        command.addAll(arguments);
        var builder =
                new ProcessBuilder(command).directory(home.directory().toFile()).inheritIO();
        builder.environment().putAll(plan.settings(Part.DETECTION, home.state()));
        try {
            return builder.start().waitFor();
        } catch (IOException unstartable) {
            throw new Failure("cannot start the login: " + unstartable.getMessage(), unstartable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Failure("stopped", stopped);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classPath(PipelinePlan plan) {
        Path jar = plan.jar(Part.DETECTION);
        return String.join(
                File.pathSeparator,
                jar.resolveSibling("app").resolve("*").toString(),
                // the settings' implementation, which Quarkus has generated
                jar.resolveSibling("quarkus").resolve("*").toString(),
                jar.resolveSibling("lib").resolve("main").resolve("*").toString(),
                jar.resolveSibling("lib").resolve("boot").resolve("*").toString());
    }
}
