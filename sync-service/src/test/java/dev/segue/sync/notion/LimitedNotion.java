package dev.segue.sync.notion;

import dev.segue.testkit.notion.NotionStandIn;
import dev.segue.testkit.standin.Fault;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A Notion that takes no calls for an hour, as the catalogue of the service under test.
public final class LimitedNotion implements QuarkusTestResourceLifecycleManager {

    public static final int SECONDS = 3600;

    private Optional<NotionStandIn> running = Optional.empty();

    @Override
    public Map<String, String> start() {
        NotionStandIn notion = NotionStandIn.start(0);
        running = Optional.of(notion);
        var settings = new HashMap<>(Map.of(
                "segue.catalogue",
                "notion",
                "segue.notion.token",
                NotionStandIn.TOKEN,
                "segue.notion.base-url",
                notion.address() + "/v1",
                "segue.notion.state-file",
                file()));
        NotionInit.Made made = InitProgram.init(InitProgram.settings(settings), Optional.of(NotionStandIn.HOME));
        settings.put("segue.notion.data-source", made.source());
        notion.faults().add(Fault.of("*", Fault.Kind.TOO_MANY, 1).retryAfter(SECONDS));
        return settings;
    }

    private static String file() {
        try {
            return Files.createTempDirectory("segue-notion")
                    .resolve("notion.json")
                    .toString();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void stop() {
        running.ifPresent(NotionStandIn::close);
    }
}
