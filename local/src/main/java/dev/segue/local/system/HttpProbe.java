package dev.segue.local.system;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/// Asks a service for its readiness. The JDK's old client is used because it loads in no time: the launcher shares two
/// cores with what it starts.
public record HttpProbe(int port) implements Probe {

    private static final int PATIENCE_MS = 2_000;

    @Override
    public boolean ready() {
        try {
            var url = URI.create("http://127.0.0.1:" + port + "/q/health/ready").toURL();
            var connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(PATIENCE_MS);
            connection.setReadTimeout(PATIENCE_MS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
