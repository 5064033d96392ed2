package dev.segue.sync;

import dev.segue.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void houseRulesHold() {
        HouseRules.checkService("dev.segue.sync");
        HouseRules.checkTests("dev.segue.sync");
    }
}
