package dev.segue.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// The stand-ins as a process, on their usual ports: `java … dev.segue.testkit.StandInsMain [HOST [BACKUP]]`.
///
/// HOST is where to listen, `127.0.0.1` without it, `0.0.0.0` in a container. BACKUP is a directory of CSV exports;
/// without it there is a library of invented songs. It runs until SIGTERM or SIGINT.
public final class StandInsMain {

    private static final int LIKED = 400;
    private static final int PLAYLISTS = 4;
    private static final int IN_PLAYLIST = 120;

    private StandInsMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String host = arguments.length > 0 ? arguments[0] : "127.0.0.1";
        Path backup = arguments.length > 1 ? Path.of(arguments[1]) : invented();
        StandIns standIns = StandIns.start(host, StandIns.Ports.standard(), backup);
        Runtime.getRuntime().addShutdownHook(new Thread(standIns::close, "stop"));
        standIns.running().forEach(one -> System.out.println(one.name() + " on port " + one.port()));
        new CountDownLatch(1).await();
    }

    private static Path invented() throws IOException {
        Path directory = Files.createTempDirectory("segue-stand-ins");
        SampleLibrary.write(directory, LIKED, PLAYLISTS, IN_PLAYLIST, 1);
        return directory;
    }
}
