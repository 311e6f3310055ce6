package dev.calmdesk.rules;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Who may import whom (ADR 0001). The table is the whole truth: a package that is not in it may not exist.
class ArchitectureTest {

    private static final String ROOT = "dev.calmdesk";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /// Domain package → the packages of ours that it may use, besides itself.
    private static final Map<String, Set<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("base", Set.of()),
            Map.entry("language", Set.of()),
            Map.entry("suggestion", Set.of("language")),
            Map.entry("data", Set.of("base")),
            Map.entry("meaning", Set.of("base", "data", "language")),
            Map.entry("workplace", Set.of("base", "data")),
            Map.entry("people", Set.of("base", "data", "workplace")),
            Map.entry("search", Set.of("base", "data", "language", "workplace")),
            Map.entry("customer", Set.of("base", "data", "language", "people", "search", "workplace")),
            Map.entry("catalogue", Set.of("base", "data", "language", "people", "workplace")),
            Map.entry("clock", Set.of("base", "data", "people", "workplace")),
            Map.entry("flow", Set.of("base", "data", "search", "workplace")),
            Map.entry("knowledge", Set.of("base", "cases", "data", "flow", "language", "meaning", "people", "search", "workplace")),
            Map.entry("knowledge.exchange", Set.of("base", "data", "knowledge", "language", "people")),
            Map.entry("knowledge.site", Set.of(
                    "base", "data", "knowledge", "knowledge.exchange", "language", "people", "workplace")),
            Map.entry("cases", Set.of("base", "clock", "data", "flow", "people", "search", "workplace")),
            Map.entry("contact", Set.of("base", "cases", "customer", "data", "flow", "people", "workplace")),
            Map.entry("complaint", Set.of(
                    "base", "cases", "catalogue", "clock", "contact", "customer", "data", "flow", "language", "people",
                    "search", "suggestion", "workplace")),
            Map.entry("inquiry", Set.of(
                    "base", "cases", "catalogue", "clock", "contact", "customer", "data", "flow", "people", "search",
                    "workplace")),
            Map.entry("home", Set.of(
                    "base", "cases", "clock", "complaint", "contact", "customer", "data", "flow", "inquiry", "knowledge",
                    "people", "workplace")),
            Map.entry("pack", Set.of(
                    "base", "cases", "catalogue", "clock", "complaint", "data", "flow", "knowledge", "people", "search",
                    "workplace")),
            Map.entry("settings", Set.of("base", "data", "people")),
            Map.entry("sync", Set.of("base", "data", "people", "sync.file", "sync.wire")),
            Map.entry("sync.file", Set.of("base", "data", "sync.wire")),
            Map.entry("sync.bundle", Set.of("base", "data", "people", "sync", "sync.file", "sync.wire")),
            Map.entry("privacy", Set.of("base", "data", "people", "sync", "sync.wire")),
            Map.entry("sync.wire", Set.of("data")),
            Map.entry("sync.http", Set.of("data", "sync", "sync.file", "sync.wire")),
            Map.entry("hub", Set.of(
                    "base", "complaint", "data", "knowledge", "people", "sync", "sync.bundle", "sync.wire", "workplace"))));

    /// Packages at the top, which join the others and which nobody may use.
    private static final Set<String> TOP = Set.of("app", "demo");

    /// Packages that are all window.
    private static final Set<String> WINDOW = Set.of("fx", "frame");

    @TestFactory
    Stream<DynamicTest> domainPackagesUseOnlyWhatTheTableAllows() {
        return MAY_USE.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> noClasses()
                .that(resideInAPackage(packageOf(entry.getKey())))
                .should()
                .dependOnClassesThat(oursOtherThan(entry.getKey(), entry.getValue()))
                .allowEmptyShould(true)
                .check(PRODUCT)));
    }

    private static String packageOf(String name) {
        return ROOT + "." + name;
    }

    private static DescribedPredicate<JavaClass> oursOtherThan(String self, Set<String> allowed) {
        var tolerated = Stream.concat(Stream.of(self), allowed.stream())
                .map(ArchitectureTest::packageOf)
                .toArray(String[]::new);
        return resideInAPackage(ROOT + "..").and(DescribedPredicate.not(resideInAnyPackage(tolerated)));
    }

    @Test
    void everyPackageStandsInTheTable() {
        classes()
                .that(alwaysTrue())
                .should()
                .resideInAnyPackage(Stream.of(MAY_USE.keySet(), TOP, WINDOW)
                        .flatMap(Set::stream)
                        .map(name -> packageOf(name) + "..")
                        .toArray(String[]::new))
                .check(PRODUCT);
    }

    @TestFactory
    Stream<DynamicTest> aScreenUsesItsFeatureAndWhatThatMaySee() {
        return MAY_USE.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey() + ".ui", () -> {
            var tolerated = Stream.of(
                            Stream.of(entry.getKey(), entry.getKey() + ".ui", "base", "fx", "fx.control"),
                            entry.getValue().stream())
                    .flatMap(names -> names)
                    .map(ArchitectureTest::packageOf)
                    .toArray(String[]::new);
            noClasses()
                    .that(resideInAPackage(packageOf(entry.getKey()) + ".ui"))
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(ROOT + "..").and(DescribedPredicate.not(resideInAnyPackage(tolerated))))
                    .allowEmptyShould(true)
                    .check(PRODUCT);
        }));
    }

    @Test
    void windowPartsKnowNoFeature() {
        noClasses()
                .that(resideInAPackage(packageOf("fx") + ".."))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(DescribedPredicate.not(resideInAnyPackage(ROOT + ".base..", ROOT + ".fx.."))))
                .check(PRODUCT);
    }

    @Test
    void javaFxStaysInTheWindow() {
        noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage(ROOT + ".fx..", ROOT + "..ui..", ROOT + ".app..")))
                .should()
                .dependOnClassesThat(resideInAPackage("javafx.."))
                .check(PRODUCT);
    }

    @Test
    void onlyTheStoreAndFeaturesSpeakSql() {
        noClasses()
                .that(resideInAnyPackage(ROOT + ".base..", ROOT + ".fx..", ROOT + "..ui.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.jdbi..", "java.sql..", "org.h2.."))
                .check(PRODUCT);
    }

    @Test
    void noSwingNoAwtNoLoggerBehindTheFacade() {
        noClasses()
                .that(DescribedPredicate.not(resideInAPackage(ROOT + ".app..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("javax.swing..", "java.awt..", "java.util.logging..", "ch.qos.."))
                .check(PRODUCT);
    }

    @Test
    void onlyBackgroundLeavesTheWindowsThreadAndComesBack() {
        noClasses()
                .that(DescribedPredicate.not(resideInAPackage(ROOT + ".app..")))
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".fx.Background")
                .and()
                .haveNameNotMatching(".*fx\\.Background\\$.*")
                .should()
                .callMethod(javafx.application.Platform.class, "runLater", Runnable.class)
                .orShould()
                .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .check(PRODUCT);
    }

    @Test
    void nobodyKeepsStateInAStatic() {
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields()
                .that()
                .areStatic()
                .should()
                .beFinal()
                .check(PRODUCT);
    }

    @Test
    void topLevelPackagesFormNoCycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void noTypeIsNamedAfterNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils)$")
                .check(PRODUCT);
    }
}
