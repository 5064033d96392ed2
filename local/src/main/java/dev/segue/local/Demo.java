package dev.segue.local;

import dev.segue.testkit.StandIns;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A system whose outside world is stand-ins, so that no account is needed.
final class Demo implements AutoCloseable {

    private static final String APP = "segue-demo";

    private final StandIns standIns;

    private Demo(StandIns standIns) {
        this.standIns = standIns;
    }

    static Demo start(Path backup, Terminal terminal) {
        StandIns standIns = StandInsCommand.start("127.0.0.1", StandIns.Ports.standard(), backup);
        StandInsCommand.tell(standIns, terminal);
        return new Demo(standIns);
    }

    /// The person's settings, with those in their place that lead to the stand-ins.
    static Map<String, String> settings(Map<String, String> environment) {
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
        return settings;
    }

    @Override
    public void close() {
        standIns.close();
    }
}
