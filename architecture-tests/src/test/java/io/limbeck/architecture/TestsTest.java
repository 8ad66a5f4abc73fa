package io.limbeck.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/** No test of any module is left out without a word. */
class TestsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final DescribedPredicate<JavaClass> HAVE_TESTS =
      describe(
          "have tests",
          type ->
              Stream.concat(type.getAllMethods().stream(), type.getAllFields().stream())
                  .anyMatch(TestsTest::isTest));

  private static final DescribedPredicate<JavaClass> CAN_BE_MADE =
      describe(
          "can be made",
          type -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT));

  private static final JavaClasses TESTS = testsOfAllModules();

  @Test
  void every_class_with_tests_is_named_so_that_surefire_runs_it() {
    classes()
        .that(HAVE_TESTS)
        .and(CAN_BE_MADE)
        .and()
        .areTopLevelClasses()
        .should()
        .haveNameMatching(".*Test|io\\.limbeck\\.\\w+IT")
        .because("its patterns pass over others without a word; only bootstrap has one for IT")
        .check(TESTS);
  }

  @Test
  void every_class_with_tests_inside_of_another_is_one_that_junit_looks_into() {
    classes()
        .that(HAVE_TESTS)
        .and(CAN_BE_MADE)
        .and()
        .areNestedClasses()
        .should()
        .beAnnotatedWith(Nested.class)
        .because("it passes over others without a word")
        .allowEmptyShould(true)
        .check(TESTS);
  }

  @Test
  void every_contract_is_kept_by_someone() {
    classes()
        .that(HAVE_TESTS)
        .and(DescribedPredicate.not(CAN_BE_MADE))
        .should(beKept())
        .because("its tests run only where a class keeps it")
        .check(TESTS);
  }

  private static JavaClasses testsOfAllModules() {
    List<Path> folders = new ArrayList<>();
    try (Stream<Path> modules = Files.walk(ROOT, 2)) {
      modules
          .filter(module -> Files.isDirectory(module.resolve("src/test/java")))
          .forEach(module -> folders.add(module.resolve("target/test-classes")));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    assertThat(folders)
        .as("The tests of all modules must be compiled: mvn verify")
        .isNotEmpty()
        .allMatch(Files::isDirectory);
    return new ClassFileImporter().importPaths(folders);
  }

  private static boolean isTest(CanBeAnnotated member) {
    return member.isAnnotatedWith(Testable.class) || member.isMetaAnnotatedWith(Testable.class);
  }

  private static ArchCondition<JavaClass> beKept() {
    return new ArchCondition<>("be kept by a class") {
      @Override
      public void check(JavaClass contract, ConditionEvents events) {
        boolean kept = contract.getAllSubclasses().stream().anyMatch(CAN_BE_MADE);
        events.add(
            new SimpleConditionEvent(contract, kept, "nothing keeps " + contract.getDescription()));
      }
    };
  }
}
