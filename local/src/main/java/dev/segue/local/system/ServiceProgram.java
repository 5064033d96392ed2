package dev.segue.local.system;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A program of a service, for what only that service may know, such as tokens. It has the settings that the service
/// would have, needs no running system, and talks to the person itself. Immutable.
///
/// @param environment of the person who gives the command
/// @param here        where the command was given
public record ServiceProgram(Home home, Map<String, String> environment, Path here) {

    /// The programs there are.
    public enum Program {
        /// a login at a music service
        LOGIN(Part.DETECTION, "dev.segue.detection.login.LoginProgram"),
        /// the Notion database is made or completed
        NOTION_INIT(Part.SYNC, "dev.segue.sync.notion.InitProgram");

        private final Part part;
        private final String main;

        Program(Part part, String main) {
            this.part = part;
            this.main = main;
        }
    }

    public ServiceProgram {
        environment = Map.copyOf(environment);
    }

    /// Runs it to its end.
    ///
    /// @param arguments as the program takes them
    /// @return its exit status
    public int run(Program program, List<String> arguments) {
        return ended(program, started(builder(program, arguments).inheritIO()));
    }

    /// Runs it to its end; what it complains of is seen by the person.
    ///
    /// @return what it says
    /// @throws Failure if its exit status is not 0
    public String ask(Program program, List<String> arguments) {
        Process process = started(builder(program, arguments).redirectError(Redirect.INHERIT));
        try {
            String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            if (ended(program, process) != 0) {
                throw new Failure(word(program) + " failed");
            }
            return said.strip();
        } catch (IOException lost) {
            throw new Failure("the answer of " + word(program) + " was lost: " + lost.getMessage(), lost);
        }
    }

    private ProcessBuilder builder(Program program, List<String> arguments) {
        home.prepare();
        var plan = new PipelinePlan(home, Ports.standard(), environment, here);
        var command = new ArrayList<>(List.of(java(), "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.addAll(List.of("-cp", classPath(plan, program.part)));
        command.add(program.main);
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(home.directory().toFile());
        builder.environment().putAll(plan.settings(program.part, home.state()));
        return builder;
    }

    private static Process started(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException unstartable) {
            throw new Failure("cannot start a program: " + unstartable.getMessage(), unstartable);
        }
    }

    private static int ended(Program program, Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Failure(word(program) + " was stopped", stopped);
        }
    }

    private static String word(Program program) {
        return program == Program.LOGIN ? "the login" : "./segue notion init";
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classPath(PipelinePlan plan, Part part) {
        Path jar = plan.jar(part);
        return String.join(
                File.pathSeparator,
                jar.resolveSibling("app").resolve("*").toString(),
                // the settings' implementation, which Quarkus has generated
                jar.resolveSibling("quarkus").resolve("*").toString(),
                jar.resolveSibling("lib").resolve("main").resolve("*").toString(),
                jar.resolveSibling("lib").resolve("boot").resolve("*").toString());
    }
}
