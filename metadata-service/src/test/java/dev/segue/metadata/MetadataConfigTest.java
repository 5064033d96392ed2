package dev.segue.metadata;

import dev.segue.testkit.DocumentedSettings;
import org.junit.jupiter.api.Test;

class MetadataConfigTest {

    @Test
    void everySettingIsDocumentedAsItIs() {
        DocumentedSettings.check(MetadataConfig.class);
    }
}
