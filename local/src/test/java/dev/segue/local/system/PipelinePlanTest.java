package dev.segue.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelinePlanTest {

    @TempDir
    private Path directory;

    @Test
    void aDollarInTheNameOfADirectoryIsNoReferenceToASetting() {
        Path place = directory.resolve("a\\${b}$c");
        String literal = directory.resolve("a\\\\${b}\\$c").toString();
        var environment = Map.of("SEGUE_AUDIO_INBOX", "in/${user.name}");

        Map<String, String> settings = new PipelinePlan(
                        new Home(place, directory), Ports.standard(), environment, place)
                .settings(Part.METADATA, place.resolve("csv"));

        assertThat(settings)
                .containsEntry("SEGUE_CSV_DIRECTORY", literal + "/csv")
                .containsEntry("SEGUE_SQL_URL", "jdbc:sqlite:" + literal + "/.segue/library.db")
                .containsEntry("SEGUE_AUDIO_INBOX", literal + "/in/${user.name}");
    }

    @Test
    void whatRunsOutOfMemoryEndsSoThatItIsNoticed() throws IOException {
        for (Part part : Part.values()) {
            Path built = directory.resolve(Path.of(part.label(), "target", "quarkus-app"));
            Files.createFile(Files.createDirectories(built).resolve("quarkus-run.jar"));
        }

        Plan plan = new PipelinePlan(new Home(directory, directory), Ports.standard(), Map.of(), directory)
                .plan("run", directory);

        assertThat(plan.children())
                .hasSize(Part.values().length)
                .allSatisfy(child -> assertThat(child.java()).contains("-XX:+ExitOnOutOfMemoryError"));
    }
}
