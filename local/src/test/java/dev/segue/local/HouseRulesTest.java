package dev.segue.local;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.segue.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void testsAreSentences() {
        HouseRules.checkTests("dev.segue.local");
    }

    @Test
    void packagesBuildOnEachOtherInOneDirection() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.segue.local");

        slices().matching("dev.segue.local.(*)..").should().beFreeOfCycles().check(classes);
    }
}
