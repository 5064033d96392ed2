package dev.segue.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/// How a service is built, as rules that fail a test: decisions in the root package, one package-private sub-package
/// for
/// each outside thing, and nothing that knows more than it should.
public final class HouseRules {

    private static final String[] FRAMEWORKS = {
        "io.quarkus..", "io.smallrye..", "io.vertx..", "jakarta..", "org.eclipse.microprofile..", "org.jboss.."
    };

    private HouseRules() {}

    /// Checks the service in `root`, such as `dev.segue.metadata`.
    ///
    /// @throws AssertionError that names each class that breaks a rule
    public static void checkService(String root) {
        JavaClasses service = main(root);
        List<ArchRule> rules = List.of(
                rootSeesNoAdapter(root),
                rootKnowsNoBroker(root),
                adaptersDoNotKnowEachOther(root),
                adaptersAreNobodysBusiness(root),
                servicesDoNotKnowEachOther(root),
                namesSayWhatAThingIs(),
                nobodySleeps(),
                nobodyTakesTheCommonPool());
        rules.forEach(rule -> rule.allowEmptyShould(true).check(service));
    }

    /// Checks that the classes in `root` know no framework.
    public static void checkLibrary(String root) {
        JavaClasses library = main(root);
        noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS)
                .because("what services share must not drag a framework along")
                .check(library);
        namesSayWhatAThingIs().check(library);
        nobodySleeps().check(library);
        nobodyTakesTheCommonPool().check(library);
    }

    /// Checks what services share of the framework, in `root`: it knows no service.
    public static void checkShared(String root) {
        JavaClasses shared = main(root);
        List.of(servicesDoNotKnowEachOther(root), namesSayWhatAThingIs(), nobodySleeps(), nobodyTakesTheCommonPool())
                .forEach(rule -> rule.check(shared));
    }

    /// Checks that tests in `root` have names that are sentences.
    public static void checkTests(String root) {
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages(root);
        methods()
                .that()
                .areAnnotatedWith("org.junit.jupiter.api.Test")
                .should()
                .haveNameNotMatching("(test|should)([A-Z_].*)?")
                .because("a test's name says what holds")
                .allowEmptyShould(true)
                .check(tests);
    }

    private static JavaClasses main(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    private static ArchRule rootSeesNoAdapter(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".*..")
                .because("decisions do not know who carries them out");
    }

    private static ArchRule rootKnowsNoBroker(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..", "io.smallrye.reactive..", "io.smallrye.mutiny..", "jakarta.ws..")
                .because("decisions are plain Java");
    }

    private static ArchRule adaptersDoNotKnowEachOther(String root) {
        return slices().matching(root + ".(*)..").should().notDependOnEachOther();
    }

    private static ArchRule adaptersAreNobodysBusiness(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".*..")
                .and(not(INTERFACES))
                .and()
                .areTopLevelClasses()
                .should()
                .notBePublic()
                .because("nobody can then depend on an adapter");
    }

    private static ArchRule servicesDoNotKnowEachOther(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("dev.segue..")
                        .or(resideInAnyPackage(root + "..", "dev.segue.library..", "dev.segue.service..")))
                .because("services meet in topics");
    }

    private static ArchRule namesSayWhatAThingIs() {
        return noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .because("such a name says nothing");
    }

    private static ArchRule nobodySleeps() {
        return noClasses().should().callMethod(Thread.class, "sleep", long.class);
    }

    private static ArchRule nobodyTakesTheCommonPool() {
        return noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "work is left to the common pool", HouseRules::isLeftToTheCommonPool))
                .because("on two cores it has one thread, and what waits there may wait for what is to run there");
    }

    private static boolean isLeftToTheCommonPool(JavaMethodCall call) {
        var method = call.getTarget();
        if (method.getOwner().isEquivalentTo(HttpClient.class)) {
            return method.getName().equals("sendAsync");
        }
        boolean async = method.getName().endsWith("Async") || method.getName().equals("delayedExecutor");
        return async
                && method.getOwner().isAssignableTo(CompletionStage.class)
                && method.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Executor.class));
    }
}
