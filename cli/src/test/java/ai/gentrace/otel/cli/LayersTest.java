package ai.gentrace.otel.cli;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Arrows go one way; a layer may be skipped, and nothing points back. */
@AnalyzeClasses(
    packages = "ai.gentrace.otel.cli",
    importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
  private static final String ROOT = "ai.gentrace.otel.cli";

  @ArchTest
  static final ArchRule ARROWS_GO_DOWN =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("cli")
          .definedBy(ROOT)
          .layer("report")
          .definedBy(ROOT + ".report..")
          .layer("graph")
          .definedBy(ROOT + ".graph..")
          .layer("run")
          .definedBy(ROOT + ".run..")
          .layer("check")
          .definedBy(ROOT + ".check..")
          .layer("gentrace")
          .definedBy(ROOT + ".gentrace..")
          .layer("collector")
          .definedBy(ROOT + ".collector..")
          .layer("yaml")
          .definedBy(ROOT + ".yaml..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("graph")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("run")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("check")
          .mayOnlyBeAccessedByLayers("cli", "report", "graph", "run")
          .whereLayer("gentrace")
          .mayOnlyBeAccessedByLayers("cli", "report", "graph", "run", "check")
          .whereLayer("collector")
          .mayOnlyBeAccessedByLayers("cli", "report", "graph", "run", "check", "gentrace");
}
