package io.limbeck.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

@AnalyzeClasses(packages = "io.limbeck", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String DOMAIN = "io.limbeck.domain..";
  private static final String APPLICATION = "io.limbeck.application..";
  private static final String ADAPTERS = "io.limbeck.adapter..";
  private static final String BOOTSTRAP = "io.limbeck";

  private static final DescribedPredicate<JavaClass> WIRING =
      DescribedPredicate.describe(
          "Dagger modules and components, what Dagger generates, or bootstrap",
          type ->
              type.getPackageName().equals(BOOTSTRAP)
                  || type.isAnnotatedWith("dagger.Module")
                  || type.isAnnotatedWith("dagger.Component")
                  || type.isAnnotatedWith("dagger.Component$Factory")
                  || type.isAnnotatedWith("dagger.internal.DaggerGenerated")
                  || type.getName().contains("Module_")
                  || type.getName().contains(".Dagger"));

  @ArchTest
  static final ArchRule the_domain_knows_only_the_jdk =
      classes()
          .that()
          .resideInAPackage(DOMAIN)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(DOMAIN, "java..", "org.jspecify.annotations..")
          .because("revisions and plans are true with any database, any file and any framework");

  @ArchTest
  static final ArchRule the_application_knows_only_the_domain =
      classes()
          .that()
          .resideInAPackage(APPLICATION)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(APPLICATION, DOMAIN, "java..", "org.jspecify.annotations..")
          .because("a use case asks the world through ports, and nobody else");

  @ArchTest
  static final ArchRule nothing_that_is_wired_knows_the_wiring =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN, APPLICATION, ADAPTERS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BOOTSTRAP)
          .because("arrows point inward, and only bootstrap sees all");

  @ArchTest
  static final ArchRule adapters_do_not_know_each_other =
      slices()
          .matching("io.limbeck.adapter.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              DescribedPredicate.alwaysTrue(),
              JavaClass.Predicates.resideInAPackage("io.limbeck.adapter.sql.."))
          .because("adapters meet only through ports; what SQL databases share is in one place");

  @ArchTest
  static final ArchRule only_databases_know_what_sql_databases_share =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.limbeck.adapter.cli..",
              "io.limbeck.adapter.files..",
              "io.limbeck.adapter.http..",
              "io.limbeck.adapter.jpa..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.limbeck.adapter.sql..")
          .because("the faces, the files and the entities know scripts, not their SQL");

  @ArchTest
  static final ArchRule only_bootstrap_and_the_modules_of_adapters_use_dagger =
      noClasses()
          .that(DescribedPredicate.not(WIRING))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dagger..", "javax.inject..", "jakarta.inject..")
          .because("a class that is wired need not know by what");

  /** It is loaded by the JDK's ServiceLoader, apart from the program's class path. */
  private static final DescribedPredicate<JavaClass> FOUND_AS_A_SERVICE =
      DescribedPredicate.describe(
          "found as a service",
          type ->
              type.isAssignableTo("io.limbeck.application.models.EntityMapper")
                  || type.isAssignableTo("io.limbeck.application.admin.AdminServer"));

  @ArchTest
  static final ArchRule an_adapter_shows_its_module_and_nothing_else =
      classes()
          .that()
          .resideInAPackage("io.limbeck.adapter.*")
          .and()
          .resideOutsideOfPackage("io.limbeck.adapter.sql")
          .and()
          .arePublic()
          .and()
          .areTopLevelClasses()
          .and()
          .areNotAnnotatedWith("dagger.internal.DaggerGenerated")
          .and(DescribedPredicate.not(FOUND_AS_A_SERVICE))
          .should()
          .beAnnotatedWith("dagger.Module")
          .andShould(beNamedForTheirPackage())
          .because("what is not public can be changed without asking anyone");

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices()
          .matching("io.limbeck.(**)")
          .should()
          .beFreeOfCycles()
          .because("what depends on each other is one thing in two places");

  @ArchTest
  static final ArchRule an_implementation_is_named_for_how_it_does_it =
      noClasses()
          .that(DescribedPredicate.not(WIRING))
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .because("such a name says nothing");

  @ArchTest
  static final ArchRule a_package_is_named_for_what_it_is_about =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..port..", "..service..", "..model..", "..dto..", "..util..", "..common..")
          .because("a helper lives beside its caller, and a thing beside what it belongs to");

  /** {@code CliModule} in {@code cli}: so there is one at most. */
  private static ArchCondition<JavaClass> beNamedForTheirPackage() {
    return new ArchCondition<>("be named for their package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String adapter = type.getPackageName().replaceFirst(".*\\.", "");
        events.add(
            new SimpleConditionEvent(
                type,
                type.getSimpleName().equalsIgnoreCase(adapter + "Module"),
                type.getDescription() + " is not the module of " + adapter));
      }
    };
  }
}
