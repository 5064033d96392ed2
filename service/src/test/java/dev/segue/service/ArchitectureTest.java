package dev.segue.service;

import dev.segue.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void houseRulesHold() {
        HouseRules.checkShared("dev.segue.service");
        HouseRules.checkTests("dev.segue.service");
    }
}
