package dev.segue.sync;

import dev.segue.testkit.DocumentedSettings;
import org.junit.jupiter.api.Test;

class SyncConfigTest {

    @Test
    void everySettingIsDocumentedAsItIs() {
        DocumentedSettings.check(SyncConfig.class);
    }
}
