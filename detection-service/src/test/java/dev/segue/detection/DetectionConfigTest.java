package dev.segue.detection;

import dev.segue.testkit.DocumentedSettings;
import org.junit.jupiter.api.Test;

class DetectionConfigTest {

    @Test
    void everySettingIsDocumentedAsItIs() {
        DocumentedSettings.check(DetectionConfig.class);
    }
}
