package dev.segue.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a broker demands that lets nobody in without: TLS, and a login (SCRAM-SHA-512). The certificate is its own and
/// holds for `localhost`, for two days. Immutable.
///
/// @param directory where key and certificate are
public record BrokerLogin(Path directory, String user, String password) {

    private static final String MECHANISM = "SCRAM-SHA-512";
    private static final String MODULE = "org.apache.kafka.common.security.scram.ScramLoginModule required";
    private static final String LISTENER = "SECURED";

    /// One of a person called `segue`, with a certificate made now.
    ///
    /// @param directory exists and is empty
    public static BrokerLogin make(Path directory) {
        var login = new BrokerLogin(directory, "segue", "not-easily-guessed");
        login.keytool(
                List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=localhost"),
                List.of("-ext", "SAN=dns:localhost", "-validity", "2"));
        login.keytool(List.of("-exportcert", "-rfc"), List.of("-file", login.certificate()));
        return login;
    }

    /// Settings of a client that gets in, but for `bootstrap.servers`.
    public Map<String, String> client() {
        return Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                MECHANISM,
                "sasl.jaas.config",
                MODULE + " username=\"" + user + "\" password=\"" + password + "\";",
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                certificate());
    }

    /// Settings of the broker, in the place of those for everybody.
    Map<String, String> broker(int port, int innerPort, int controllerPort) {
        String controller = BrokerConfiguration.CONTROLLER;
        return Map.of(
                "listeners",
                LISTENER + "://127.0.0.1:" + port + ",INNER://127.0.0.1:" + innerPort + "," + controller
                        + "://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                LISTENER + "://localhost:" + port + ",INNER://localhost:" + innerPort,
                "listener.security.protocol.map",
                LISTENER + ":SASL_SSL,INNER:PLAINTEXT," + controller + ":PLAINTEXT",
                "inter.broker.listener.name",
                "INNER",
                "sasl.enabled.mechanisms",
                MECHANISM,
                "listener.name.secured.scram-sha-512.sasl.jaas.config",
                MODULE + ";",
                "ssl.keystore.type",
                "PKCS12",
                "ssl.keystore.location",
                store(),
                "ssl.keystore.password",
                password,
                "ssl.key.password",
                password);
    }

    /// As the formatter of a broker's directory wants it.
    String scram() {
        return MECHANISM + "=[name=" + user + ",password=" + password + "]";
    }

    private String store() {
        return directory.resolve("broker.p12").toString();
    }

    private String certificate() {
        return directory.resolve("ca.crt").toString();
    }

    private void keytool(List<String> command, List<String> more) {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        line.addAll(command);
        line.addAll(List.of("-alias", "broker", "-storetype", "PKCS12", "-keystore", store(), "-storepass", password));
        line.addAll(more);
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool: " + said);
            }
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while making a certificate", stopped);
        }
    }
}
