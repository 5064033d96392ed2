package dev.segue.metadata;

import dev.segue.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void houseRulesHold() {
        HouseRules.checkService("dev.segue.metadata");
        HouseRules.checkTests("dev.segue.metadata");
    }
}
