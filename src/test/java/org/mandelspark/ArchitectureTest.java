package org.mandelspark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house has floors: a package imports only packages below it. */
@AnalyzeClasses(packages = "org.mandelspark", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "org.mandelspark.";

    /** Top floor first. */
    static final List<String> FLOORS = List.of(
            "cli",
            "report",
            "study",
            "eventlog",
            "words",
            "hosts",
            "engine",
            "record",
            "picture",
            "files",
            "measure",
            "schedule",
            "workload",
            "kernel",
            "grid");

    @ArchTest
    static void everyPackageImportsOnlyPackagesBelowIt(JavaClasses house) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            String[] above = FLOORS.subList(0, floor).stream()
                    .map(name -> ROOT + name + "..")
                    .toArray(String[]::new);
            if (above.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + FLOORS.get(floor) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(above)
                        .allowEmptyShould(true)
                        .check(house);
            }
        }
    }

    @ArchTest
    static final ArchRule everyClassLivesOnAFloor = classes()
            .should()
            .resideInAnyPackage(Stream.concat(
                            FLOORS.stream().map(name -> ROOT + name),
                            Stream.of(
                                    ROOT + "report.plot",
                                    ROOT + "picture.pyramid",
                                    ROOT + "measure.application",
                                    ROOT + "kernel.deep"))
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule plotsKnowNothingOfStudies = noClasses()
            .that()
            .resideInAPackage(ROOT + "report.plot")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "study..", ROOT + "record..", ROOT + "workload..", ROOT + "report");

    /** Proofs of deep views stand by themselves; other kernels are no part of them. */
    @ArchTest
    static final ArchRule deepKernelsKnowOnlyTheGrid = noClasses()
            .that()
            .resideInAPackage(ROOT + "kernel.deep")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are of the house, outside of kernel.deep and grid",
                    (JavaClass type) -> type.getPackageName().startsWith("org.mandelspark")
                            && !type.getPackageName().equals(ROOT + "kernel.deep")
                            && !type.getPackageName().equals(ROOT + "grid")));

    /** Besides the engine, only two small rooms with jobs of their own. */
    @ArchTest
    static final ArchRule onlyTheEngineImportsSpark = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "engine..", ROOT + "words..", ROOT + "hosts..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.spark..");

    @ArchTest
    static final ArchRule onlyFilesKnowsHadoop = noClasses()
            .that()
            .resideOutsideOfPackage("org.mandelspark.files..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hadoop..");

    @ArchTest
    static final ArchRule pureFloorsReadAndWriteNothing = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT + "measure..", ROOT + "schedule", ROOT + "workload", ROOT + "kernel..", ROOT + "grid")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net..", "org.apache..");

    @ArchTest
    static final ArchRule onlySimdClassesNameTheVectorModule = noClasses()
            .that(DescribedPredicate.not(DescribedPredicate.describe(
                    "are Simd classes of kernel",
                    (JavaClass type) -> type.getName().startsWith(ROOT + "kernel.Simd"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.incubator..");

    /**
     * The large loops of escape-time kernels keep vectors to themselves: C2 leaves calls as calls in a method that has grown
     * as large as theirs, each vector that is passed becomes an object, and the loop a third as fast with the same results.
     */
    @ArchTest
    static final ArchRule largeLoopsPassNoVectors = noClasses()
            .that()
            .haveNameMatching(".*\\.Simd(Discs|FirstSteps|QuadraticSteps)")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "a method of the house takes or gives a vector",
                    call -> call.getTarget().getOwner().getPackageName().startsWith(ROOT)
                            && Stream.concat(
                                            Stream.of(call.getTarget().getRawReturnType()),
                                            call.getTarget().getRawParameterTypes().stream())
                                    .anyMatch(type -> type.getPackageName().equals("jdk.incubator.vector"))));

    /** A rule that finds nothing wrong anywhere proves nothing: this one must. */
    @Test
    void aRuleAgainstARealDependencyFails() {
        JavaClasses house = new ClassFileImporter().importPackages("org.mandelspark");
        EvaluationResult result = noClasses()
                .that()
                .resideInAPackage(ROOT + "workload")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "kernel")
                .evaluate(house);
        assertThat(result.hasViolation()).isTrue();
    }
}
