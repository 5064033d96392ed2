package dev.segue.processing;

import dev.segue.testkit.DocumentedSettings;
import org.junit.jupiter.api.Test;

class ProcessingConfigTest {

    @Test
    void everySettingIsDocumentedAsItIs() {
        DocumentedSettings.check(ProcessingConfig.class);
    }
}
