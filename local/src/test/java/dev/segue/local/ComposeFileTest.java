package dev.segue.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.local.system.Part;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/// `docker-compose.yml` and `.env.example` say what `docs/configuration.md` and the code say; no Docker is needed.
class ComposeFileTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> SERVICES = List.of("detection", "metadata", "sync", "processing");

    /// A row of the page.
    record Setting(String variable, List<String> readBy) {}

    static Stream<Setting> settings() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/configuration.md")).stream()
                .filter(line -> line.matches("\\| `(segue\\.|KAFKA_|SEGUE_).*"))
                .map(ComposeFileTest::setting);
    }

    private static Setting setting(String row) {
        String[] cells = row.split("\\|", -1);
        String variable =
                cells[1].strip().replace("`", "").toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
        String readers = cells[cells.length - 2].strip();
        return new Setting(variable, readers.equals("all") ? SERVICES : Arrays.asList(readers.split(", ")));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everySettingReachesTheServicesThatReadIt(Setting setting) throws IOException {
        for (String service : SERVICES) {
            if (setting.readBy().contains(service)) {
                assertThat(environment(service)).containsKey(setting.variable());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everySettingIsInTheExample(Setting setting) throws IOException {
        assertThat(Files.readString(ROOT.resolve(".env.example"))).containsPattern(setting.variable() + "\\b");
    }

    @Test
    void whatASecuredBrokerDemandsReachesWhoeverTalksToKafka() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/operations.md"));
        String example = Files.readString(ROOT.resolve(".env.example"));
        List<String> variables = Pattern.compile("(?m)^(KAFKA_\\w+)=")
                .matcher(page)
                .results()
                .map(setting -> setting.group(1))
                .filter(variable -> !variable.endsWith("_LOCATION")) // a file, which would have to be mounted
                .toList();

        assertThat(variables)
                .hasSize(6)
                .allSatisfy(variable -> assertThat(example).contains("#" + variable + "="));
        for (String service : SERVICES) {
            assertThat(environment(service)).containsKeys(variables.toArray(String[]::new));
        }
        assertThat(map(requireNonNull(service("topics").get("environment"))))
                .containsKeys(variables.toArray(String[]::new));
    }

    @Test
    void secretsGoOnlyWhereTheyAreRead() throws IOException {
        List<Setting> secrets = settings()
                .filter(setting -> setting.variable().matches(".*(SECRET|TOKEN|PASSWORD)"))
                .toList();

        for (Setting secret : secrets) {
            for (String service : SERVICES) {
                if (!secret.readBy().contains(service)) {
                    assertThat(environment(service)).doesNotContainKey(secret.variable());
                }
            }
        }
    }

    @Test
    void portsArePublishedOnThisMachineOnly() throws IOException {
        services()
                .forEach((name, service) -> assertThat(list(service, "ports"))
                        .as(name)
                        .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:")));
        for (Part part : Part.values()) {
            if (part != Part.BROKER) {
                assertThat(list(service(part.label()), "ports"))
                        .containsExactly("127.0.0.1:" + part.defaultPort() + ":" + part.defaultPort());
            }
        }
        assertThat(list(service("broker"), "ports")).isEmpty();
    }

    @Test
    void servicesAreKeptSmallAndShut() throws IOException {
        for (String name : SERVICES) {
            assertThat(service(name + "-service"))
                    .containsEntry("read_only", true)
                    .containsEntry("cap_drop", List.of("ALL"))
                    .containsEntry("restart", "unless-stopped")
                    .containsKeys("mem_limit", "user");
        }
    }

    private static Map<String, Object> environment(String service) throws IOException {
        return map(requireNonNull(service(service + "-service").get("environment")));
    }

    private static Map<String, Object> service(String name) throws IOException {
        return map(requireNonNull(services().get(name)));
    }

    private static Map<String, Object> services() throws IOException {
        try (Reader file = Files.newBufferedReader(ROOT.resolve("docker-compose.yml"))) {
            return map(requireNonNull(map(new Yaml().load(file)).get("services")));
        }
    }

    private static List<String> list(Object service, String key) {
        return map(service).get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
