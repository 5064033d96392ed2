package dev.segue.testkit;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A broker as a process of its own: `java … dev.segue.testkit.BrokerMain DIRECTORY PORT`.
///
/// It keeps its data in DIRECTORY between starts and runs until SIGTERM or SIGINT, upon which it stops cleanly. The
/// topics are left to whoever starts it: see [Topics].
public final class BrokerMain {

    private static final Logger ROOT = Logger.getLogger("");

    private BrokerMain() {}

    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("usage: BrokerMain DIRECTORY PORT");
            System.exit(2);
        }
        ROOT.setLevel(Level.WARNING);
        try {
            var settings = BrokerSettings.kept(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            Broker broker = Broker.startWithoutTopics(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
            broker.awaitClose();
        } catch (RuntimeException unstartable) {
            ROOT.log(Level.SEVERE, "the broker cannot start: " + unstartable.getMessage(), unstartable);
            System.exit(1); // threads of its own would keep the process alive
        }
    }
}
