package dev.segue.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Ports on loopback that nobody listens on.
public final class FreePort {

    /// Below the range from which systems take the ports of outgoing connections, so that a free one stays free until
    /// it
    /// is used.
    private static final int FIRST = 18_000;

    private static final int LAST = 32_000;
    private static final int ATTEMPTS = 1_000;

    private FreePort() {}

    /// A port that was free a moment ago.
    public static int find() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port between " + FIRST + " and " + LAST);
    }

    /// Whether somebody could listen on `port` now.
    public static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
