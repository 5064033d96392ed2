package dev.segue.processing;

import dev.segue.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void houseRulesHold() {
        HouseRules.checkService("dev.segue.processing");
        HouseRules.checkTests("dev.segue.processing");
    }
}
