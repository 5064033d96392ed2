package dev.segue.local;

import dev.segue.library.TrackId;
import dev.segue.library.csv.Backup;
import dev.segue.library.csv.BackupUnreadableException;
import dev.segue.local.report.ReportJson;
import dev.segue.local.system.Failure;
import dev.segue.local.system.Home;
import dev.segue.local.system.Processes;
import dev.segue.local.system.ServiceProgram;
import dev.segue.testkit.StandIns;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A system whose outside world is stand-ins, so that no account is needed.
final class Demo implements AutoCloseable {

    /// Of a system whose outside world is stand-ins.
    static final String MODE = "demo";

    private static final Logger LOG = Logger.getLogger(Demo.class.getName());
    private static final String APP = "segue-demo";
    private static final int MOST_SONGS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int HOPS = 5;

    private final StandIns standIns;

    private Demo(StandIns standIns) {
        this.standIns = standIns;
    }

    /// @throws Failure in one line if a port is taken or there is nothing to show
    static Demo start(Path backup, Terminal terminal) {
        List<String> songs = songs(backup);
        StandIns standIns = StandInsCommand.start("127.0.0.1", StandIns.Ports.standard(), backup);
        StandInsCommand.tell(standIns, terminal);
        var demo = new Demo(standIns);
        demo.play(songs);
        return demo;
    }

    private static List<String> songs(Path backup) {
        try {
            return Backup.at(backup).read().liked().stream()
                    .flatMap(liked -> liked.tracks().stream())
                    .filter(id -> id.source() == TrackId.Source.SPOTIFY)
                    .limit(MOST_SONGS)
                    .map(TrackId::key)
                    .toList();
        } catch (BackupUnreadableException nothing) {
            throw new Failure(String.valueOf(nothing.getMessage()), nothing);
        }
    }

    /// Whether one is running.
    static boolean runs(Home home) {
        return Processes.read(home).filter(system -> system.mode().equals(MODE)).isPresent();
    }

    /// Whether anybody is asked at all: offline nobody is, not even for a login.
    static boolean asks(Map<String, String> environment) {
        return !environment.getOrDefault("SEGUE_LOOKUP", "").equals("csv-only");
    }

    /// Where its stand-ins are.
    static String places(Map<String, String> environment) {
        StandIns.Ports ports = StandIns.Ports.standard();
        return "stand-ins: Spotify on port %d, SoundCloud %d, Notion %d, Eagle %d; %s"
                .formatted(
                        ports.spotify(),
                        ports.soundCloud(),
                        ports.notion(),
                        ports.eagle(),
                        asks(environment) ? "the logins are done" : "csv-only: nobody has logged in");
    }

    /// Somebody listens to the liked songs, so that there is something to see for `./segue current`.
    private void play(List<String> songs) {
        var nowPlaying =
                URI.create("http://127.0.0.1:" + StandIns.Ports.standard().spotify() + "/__control/now-playing");
        try (HttpClient control = HttpClient.newHttpClient()) {
            var _ = control.send(
                    HttpRequest.newBuilder(nowPlaying)
                            .timeout(PATIENCE)
                            .PUT(HttpRequest.BodyPublishers.ofString(ReportJson.write(Map.of("tracks", songs))))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException silent) {
            LOG.log(Level.WARNING, "nothing plays at the stand-in", silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// The person's settings, with those in their place that lead to the stand-ins. Logins there are
    /// kept apart from the person's own.
    static Map<String, String> settings(Home home, Map<String, String> environment) {
        StandIns.Ports ports = StandIns.Ports.standard();
        String spotify = "http://127.0.0.1:" + ports.spotify();
        String soundCloud = "http://127.0.0.1:" + ports.soundCloud();
        var settings = new HashMap<>(environment);
        settings.put("SEGUE_SPOTIFY_BASE_URL", spotify + "/v1");
        settings.put("SEGUE_SPOTIFY_ACCOUNTS_URL", spotify);
        settings.put("SEGUE_SPOTIFY_CLIENT_ID", APP);
        settings.put("SEGUE_SPOTIFY_CLIENT_SECRET", APP);
        settings.put("SEGUE_EAGLE_BASE_URL", "http://127.0.0.1:" + ports.eagle());
        settings.put("SEGUE_SOUNDCLOUD_BASE_URL", soundCloud);
        settings.put("SEGUE_SOUNDCLOUD_ACCOUNTS_URL", soundCloud);
        settings.put("SEGUE_SOUNDCLOUD_CLIENT_ID", APP);
        settings.put("SEGUE_SOUNDCLOUD_CLIENT_SECRET", APP);
        settings.put("SEGUE_NOTION_BASE_URL", "http://127.0.0.1:" + ports.notion() + "/v1");
        settings.put("SEGUE_NOTION_TOKEN", APP);
        settings.put(
                "SEGUE_NOTION_STATE_FILE",
                home.state().resolve("demo-notion.json").toString());
        settings.remove("SEGUE_NOTION_DATA_SOURCE");
        settings.put("SEGUE_SPOTIFY_TOKEN_FILE", home.login("demo-spotify").toString());
        settings.put(
                "SEGUE_SOUNDCLOUD_TOKEN_FILE", home.login("demo-soundcloud").toString());
        return settings;
    }

    /// The settings of a demo that runs: with a database in Notion's stand-in, if the catalogue is to be there.
    static Map<String, String> furnished(Context context) {
        Map<String, String> settings = settings(context.home(), context.environment());
        if (settings.getOrDefault("SEGUE_CATALOGUE", "").equals("notion")) {
            String source = new ServiceProgram(context.home(), settings, context.here())
                    .ask(ServiceProgram.Program.NOTION_INIT, List.of("--id"));
            settings.put("SEGUE_NOTION_DATA_SOURCE", source);
        }
        return settings;
    }

    /// Logs the demo's person in, who consents at once: a browser would be led the same way. Whoever is not led to the
    /// end goes on without a login.
    ///
    /// @param port  of detection-service
    /// @param token that it wants to see; empty if it wants none
    static void logIn(int port, String token) {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            for (String service : List.of("spotify", "soundcloud")) {
                follow(browser, URI.create("http://127.0.0.1:" + port + "/login/" + service), token);
            }
        } catch (IOException refused) {
            LOG.log(Level.WARNING, "no login to the stand-ins", refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Goes from page to page; the token is for pages of the first one's server only.
    private static void follow(HttpClient browser, URI first, String token) throws IOException, InterruptedException {
        Optional<URI> page = Optional.of(first);
        for (int hop = 0; page.isPresent() && hop < HOPS; hop++) {
            var get = HttpRequest.newBuilder(page.get()).timeout(PATIENCE);
            if (page.get().getPort() == first.getPort()) {
                get.header("Authorization", "Bearer " + token);
            }
            page = browser.send(get.build(), HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .map(page.get()::resolve);
        }
    }

    @Override
    public void close() {
        standIns.close();
    }
}
