package io.limbeck.adapter.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process shows of its mapping, and what it can do without. */
class ProcessTest {
  @TempDir Path folder;

  @Test
  void hibernate_says_nothing_on_either_stream() throws IOException, InterruptedException {
    Run run = run(Models.SHOP);

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(Models.ddl(Models.SHOP).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"java.se", "java.desktop,java.instrument,java.management,java.naming,java.sql"})
  void a_java_without_a_compiler_is_told(String modules) throws IOException, InterruptedException {
    Run run = run(Models.HEDGE_FUND, "--limit-modules", modules);

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            "The models are Java sources, and the Java in %s has no compiler. Run Limbeck with a"
                + " JDK, or set models to the folder or jar of the compiled classes.",
            System.getProperty("java.home"));
  }

  @Test
  void compiled_classes_need_no_compiler() throws IOException, InterruptedException {
    Path classes = Models.compile(Models.HEDGE_FUND, folder.resolve("classes"));

    Run run =
        run(
            classes,
            "--limit-modules",
            "java.desktop,java.instrument,java.management,java.naming,java.sql");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(Models.ddl(Models.HEDGE_FUND).text());
  }

  private record Run(String out, String err) {}

  private Run run(Path models, String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of(options));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(PrintModels.class.getName(), models.toString()));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process.waitFor();
    return new Run(Files.readString(out), Files.readString(err));
  }
}
