package dev.segue.sync.metadata;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.sync.Enriched;
import dev.segue.sync.KnowledgeUnavailable;
import dev.segue.sync.Silent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MetadataLookupsTest {

    private static final Duration PATIENCE = Duration.ofMillis(300);

    private static MetadataLookups asking(Silent silent) {
        return new MetadataLookups(silent.address(), Optional.empty(), PATIENCE, PATIENCE);
    }

    @Test
    @Timeout(30)
    void aLookUpThatStopsAmidIsNotWaitedForWithoutEnd() throws Exception {
        try (var silent = new Silent()) {
            MetadataLookups lookups = asking(silent);

            assertThatThrownBy(() -> lookups.lookUp(List.of(Enriched.id(1))))
                    .isInstanceOf(KnowledgeUnavailable.class)
                    .hasMessageContaining("no whole answer within");
        }
    }

    @Test
    @Timeout(30)
    void anExportThatStopsAmidIsNeitherWaitedForNorTakenForTheWhole() throws Exception {
        try (var silent = new Silent()) {
            MetadataLookups lookups = asking(silent);

            assertThatThrownBy(lookups::ids).isInstanceOf(KnowledgeUnavailable.class);
        }
    }
}
