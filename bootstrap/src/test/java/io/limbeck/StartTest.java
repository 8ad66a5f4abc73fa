package io.limbeck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start loads, and what it need not. */
class StartTest {
  @TempDir private Path folder;

  @Test
  void where_the_database_stands_is_told_without_what_other_commands_need() throws Exception {
    Project project = Project.drawn(folder, "a1");
    project.limbeck("upgrade");
    Path loaded = folder.resolve("loaded");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + loaded,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "current")
            .directory(folder.toFile())
            .start();
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEqualTo("a1 (head)\n");
    assertThat(process.waitFor()).isZero();

    List<String> classes = Files.readAllLines(loaded);

    assertThat(classes).anyMatch(line -> line.contains(" io.limbeck.application.history.Current "));
    assertThat(
            Stream.of(
                " io.limbeck.adapter.http.",
                " io.limbeck.adapter.jpa.",
                " io.limbeck.adapter.h2.",
                " io.limbeck.adapter.cli.ServeCommand",
                " io.limbeck.application.admin.",
                " com.sun.net.httpserver.",
                " com.fasterxml.jackson.",
                " io.micrometer.",
                " org.h2."))
        .allSatisfy(name -> assertThat(classes).filteredOn(line -> line.contains(name)).isEmpty());
  }
}
