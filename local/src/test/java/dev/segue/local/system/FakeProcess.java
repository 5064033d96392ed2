package dev.segue.local.system;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Stands in for a broker or a service: a real process that answers `/q/health/ready`, and dies when it is told to.
final class FakeProcess {

    /// How it behaves.
    enum Manner {
        /// it starts, answers, and ends on SIGTERM
        GOOD,
        /// it refuses its configuration
        MISCONFIGURED,
        /// it ends when `GET /die` is asked for
        MORTAL,
        /// it wants more memory than there is when `GET /die` is asked for
        GREEDY
    }

    private FakeProcess() {}

    static ChildSpec spec(String name, int port, Manner manner) {
        var java = List.of(
                "-Xmx32m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FakeProcess.class.getName(),
                Integer.toString(port),
                manner.name());
        return new ChildSpec(name, port, java, Map.of(), new HttpProbe(port), false);
    }

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        switch (Manner.valueOf(arguments[1].toUpperCase(Locale.ROOT))) {
            case MISCONFIGURED -> {
                System.out.println("10:00:00 ERROR Application: Failed to start application");
                System.out.println(
                        "\tSRCFG00039: The config property segue.lookup with the config value \"x\" is wrong");
                System.out.println("\tat nowhere.Near(Here.java:1)");
                System.exit(1);
            }
            case GOOD -> serve(port);
            case MORTAL ->
                serve(port).createContext("/die", _ -> {
                    System.out.println("10:00:01 ERROR [some.Category] (main) the disk is full");
                    Runtime.getRuntime().halt(7);
                });
            case GREEDY ->
                serve(port).createContext("/die", exchange -> {
                    System.out.println("10:00:01 ERROR [some.Category] (main) this was of no importance");
                    byte[] tooMuch = new byte[1 << 30];
                    exchange.sendResponseHeaders(200, tooMuch.length);
                });
        }
    }

    private static HttpServer serve(int port) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        HttpServer server = HttpServer.create(address, 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    /// As a launcher in a process of its own: starts a system of fakes in the home `arguments[0]` and stays.
    static final class Launcher {

        private Launcher() {}

        public static void main(String[] arguments) {
            Path home = Path.of(arguments[0]);
            LocalSystem.start(Plans.good(new Home(home, home)), Plans.SILENT);
            try {
                Files.createFile(home.resolve("started"));
                Thread.currentThread().join();
            } catch (IOException | InterruptedException stopped) {
                System.exit(1);
            }
        }
    }
}
