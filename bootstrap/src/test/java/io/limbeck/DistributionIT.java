package io.limbeck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that the build makes, unpacked somewhere else. */
class DistributionIT {
  private static final String VERSION = System.getProperty("limbeck.version");
  private static final Path INI =
      Path.of("../examples/hedge-fund/app/backend/alembic.ini").toAbsolutePath().normalize();

  private static final Pattern SERVING = Pattern.compile("Serving at (\\S+),");

  @TempDir Path folder;
  private Path distribution;
  private String printed = "";

  @BeforeEach
  void unpack() throws Exception {
    Path place = Files.createDirectories(folder.resolve("some place"));
    String archive = System.getProperty("limbeck.archive");

    assertThat(run(List.of("tar", "-xzf", archive, "-C", place.toString()))).isZero();

    distribution = place.resolve("limbeck-" + VERSION);
  }

  @Test
  void it_runs_and_is_quicker_the_next_time() throws Exception {
    String limbeck = distribution.resolve("bin/limbeck").toString();
    String url = "sqlite:///" + folder.resolve("a.db");

    assertThat(run(List.of(limbeck, "--version"))).as(printed).isZero();
    assertThat(printed).isEqualTo("limbeck " + VERSION + "\n");

    assertThat(run(List.of(limbeck, "-c", INI.toString(), "--url", url, "upgrade", "head")))
        .as(printed)
        .isZero();
    assertThat(run(List.of(limbeck, "-c", INI.toString(), "--url", url, "current"))).isZero();
    assertThat(printed).isEqualTo("d5e78f9a1b2c (head)\n");

    // With what lies in lib/jpa, which no other command needs.
    assertThat(run(List.of(limbeck, "-c", INI.toString(), "--url", url, "check"))).isEqualTo(4);
    assertThat(printed)
        .contains(
            "foreign key on hedge_fund_flow_runs (flow_id) -> hedge_fund_flows (id) is missing");

    assertThat(names(distribution.resolve("start")))
        .contains("made-for", "native")
        .containsAnyOf("classes.aot", "classes.jsa");
  }

  @Test
  void it_serves_with_what_lies_beside_it() throws Exception {
    String limbeck = distribution.resolve("bin/limbeck").toString();
    List<String> command =
        List.of(
            limbeck,
            "-c",
            INI.toString(),
            "--url",
            "sqlite:///" + folder.resolve("b.db"),
            "serve",
            "--port",
            "0");
    Path output = folder.resolve("serving");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    try {
      Matcher line = SERVING.matcher("");
      while (!line.reset(Files.readString(output)).find()) {
        assertThat(process.isAlive()).as(Files.readString(output)).isTrue();
        Thread.sleep(20);
      }
      for (String path : List.of("/", "/api/status", "/metrics")) {
        assertThat(URI.create(line.group(1)).resolve(path).toURL().openStream().readAllBytes())
            .as(path)
            .isNotEmpty();
      }
    } finally {
      process.destroy();
    }
    assertThat(process.waitFor()).isEqualTo(143);
    assertThat(Files.readString(output)).endsWith("INFO  [limbeck] Stopping.\n");
  }

  @Test
  void its_licences_are_told() throws Exception {
    assertThat(names(distribution))
        .containsExactlyInAnyOrder(
            "CHANGELOG.md", "LICENSE", "README.md", "THIRD-PARTY.md", "bin", "docs", "lib");

    String told = Files.readString(distribution.resolve("THIRD-PARTY.md"));
    List<String> libraries =
        Stream.of("lib", "lib/http", "lib/jpa")
            .flatMap(place -> names(distribution.resolve(place)).stream())
            .filter(name -> name.endsWith(".jar") && !name.startsWith("limbeck"))
            .map(name -> name.replaceFirst("-[0-9.]+(?:Final)?\\.jar$", ""))
            .toList();

    assertThat(libraries)
        .hasSizeGreaterThan(10)
        .allSatisfy(name -> assertThat(told).contains(name));
  }

  private int run(List<String> command) throws Exception {
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().keySet().removeAll(List.of("SQLALCHEMY_URL", "LIMBECK_JAVA_OPTS"));
    int exitCode = builder.start().waitFor();
    printed = Files.readString(output, UTF_8);
    return exitCode;
  }

  private static List<String> names(Path place) {
    try (Stream<Path> files = Files.list(place)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
