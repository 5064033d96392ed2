package dev.segue.detection;

import dev.segue.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void houseRulesHold() {
        HouseRules.checkService("dev.segue.detection");
        HouseRules.checkTests("dev.segue.detection");
    }
}
