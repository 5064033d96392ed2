package dev.segue.local.system;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.segue.local.system.ClassArchives.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchivesTest {

    private static final Instant BUILT = Instant.parse("2026-11-26T08:00:00Z");

    private static final Set<Part> OTHERS = Set.of(Part.BROKER, Part.METADATA, Part.SYNC, Part.PROCESSING);

    @TempDir
    private Path directory;

    private Home home = new Home(Path.of(""), Path.of(""));

    @BeforeEach
    void build() throws IOException {
        home = new Home(directory, directory);
        home.prepare();
        for (Part part : Part.values()) {
            write(home.program(part), BUILT);
        }
    }

    @Test
    void afterABuildAllWriteOneButTheFirstService() {
        assertThat(uses()).containsOnly(entry(Use.NOTHING, Set.of(Part.DETECTION)), entry(Use.WRITES, OTHERS));
        assertThat(new ClassArchives(home).options(Part.DETECTION)).isEmpty();
    }

    @Test
    void theFirstServiceWritesWhenTheOthersHave() throws IOException {
        written(OTHERS.toArray(Part[]::new));

        assertThat(uses()).containsOnly(entry(Use.WRITES, Set.of(Part.DETECTION)), entry(Use.MAPS, OTHERS));
    }

    @Test
    void whatAllHaveIsMapped() throws IOException {
        written(Part.values());

        assertThat(uses()).containsOnlyKeys(Use.MAPS);
        assertThat(new ClassArchives(home).options(Part.DETECTION))
                .contains("-XX:SharedArchiveFile=" + home.classArchives().resolve("detection-service.jsa"));
    }

    @Test
    void anArchiveThatIsOlderThanTheBuildIsNone() throws IOException {
        written(Part.values());
        for (Part part : Part.values()) {
            write(home.program(part), BUILT.plusSeconds(60));
        }

        assertThat(uses()).doesNotContainKey(Use.MAPS);
    }

    private Map<Use, Set<Part>> uses() {
        var archives = new ClassArchives(home);
        return Arrays.stream(Part.values()).collect(groupingBy(archives::of, toSet()));
    }

    private void written(Part... parts) throws IOException {
        for (Part part : parts) {
            write(home.classArchives().resolve(part.label() + ".jsa"), BUILT.plusSeconds(30));
        }
    }

    private static void write(Path file, Instant at) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(at));
    }
}
