package dev.segue.testkit;

import java.nio.file.Path;

/// A broker as a process of its own: `java … dev.segue.testkit.BrokerMain DIRECTORY PORT`.
///
/// It keeps its data in DIRECTORY between starts, creates the topics that are lacking, says `ready on localhost:PORT`
/// on standard output and runs until SIGTERM or SIGINT, upon which it stops cleanly.
public final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("usage: BrokerMain DIRECTORY PORT");
            System.exit(2);
        }
        var settings = BrokerSettings.kept(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Broker broker = Broker.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
        System.out.println("ready on " + broker.bootstrapServers());
        broker.awaitClose();
    }
}
