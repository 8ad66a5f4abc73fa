package io.limbeck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The launcher in a clone that is nothing but the launcher, with a JDK that only tells how it was
 * called and a Maven that only pretends to build.
 */
class LauncherTest {
  private static final List<Path> SYSTEM_FOLDERS =
      Stream.of(System.getenv("PATH").split(":")).map(Path::of).toList();

  // What the launcher calls, less the two that a test decides about: mvn and flock.
  private static final List<String> TOOLS =
      List.of("find", "readlink", "mkdir", "rm", "mv", "ln", "tail", "sleep");

  private static final String BUILD =
      """
      for word; do
        case $word in -Ddistribution.parent=*) parent=${word#*=} ;; esac
      done
      mkdir -p "$parent/limbeck-1/lib"
      echo 1 > "$parent/limbeck-1/lib/version"
      : > "$parent/limbeck-1/lib/limbeck.jar"
      """;

  private static final String PREPARING =
      """
      case $* in
        *Rehearsal*)
          echo rehearsal >> "$HOME/rehearsals"
          for word; do
            case $word in -XX:AOTCacheOutput=* | -XX:ArchiveClassesAtExit=*) : > "${word#*=}" ;; esac
          done
          exit 0
          ;;
      esac
      echo "$@"
      """;

  @TempDir Path folder;
  private Path clone;
  private Path tools;
  private final Map<String, String> environment = new TreeMap<>();

  private record Ended(int exitCode, String out, String err) {}

  static List<Path> shells() {
    return Stream.of("sh", "dash", "bash").flatMap(name -> installed(name).stream()).toList();
  }

  @BeforeEach
  void makeAClone() throws IOException {
    clone = Files.createDirectories(folder.resolve("a clone"));
    Files.copy(Path.of("../limbeck"), clone.resolve("limbeck"));
    Files.writeString(clone.resolve("pom.xml"), "");
    Files.createDirectories(clone.resolve("domain/src/main"));

    tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : TOOLS) {
      provide(tool);
    }
    mavenDoes(BUILD);
    environment.put("PATH", tools.toString());
    environment.put("HOME", folder.toString());
    environment.put("JAVA_HOME", jdk("jdk", "25.0.3", "echo \"$@\"").toString());
  }

  @ParameterizedTest
  @MethodSource("shells")
  void the_first_start_builds_and_the_next_ones_do_not(Path shell) throws Exception {
    Ended first = start(shell, clone, "./limbeck", "upgrade", "a  head");
    Ended second = start(shell, clone, "./limbeck", "upgrade", "a  head");

    assertThat(first.err)
        .isEqualTo("Building Limbeck (first use; this takes about a minute) ...\n");
    assertThat(second.err).isEmpty();
    assertThat(first.exitCode).isZero();
    assertThat(second).isEqualTo(new Ended(0, first.out, ""));
    assertThat(second.out).endsWith("-jar " + jar() + " upgrade a  head\n");
    assertThat(builds()).hasSize(1);
  }

  @Test
  void sources_that_are_newer_than_the_build_are_built() throws Exception {
    start("./limbeck");
    FileTime yesterday = FileTime.from(Instant.now().minusSeconds(86_400));
    Files.setLastModifiedTime(clone.resolve("target/limbeck/stamp"), yesterday);

    Ended ended = start("./limbeck");

    assertThat(ended.err).isEqualTo("Building Limbeck (its sources have changed) ...\n");
    assertThat(builds()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("shells")
  void it_is_found_through_links_and_from_any_folder(Path shell) throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("first"), Path.of("../a clone/limbeck"));
    Files.createSymbolicLink(bin.resolve("second"), bin.resolve("first"));

    Ended beside = start(shell, bin, "./second");
    Ended above = start(shell, folder, "bin/first");
    Ended absolute = start(shell, Path.of("/"), bin.resolve("second").toString());

    assertThat(List.of(beside, above, absolute))
        .allSatisfy(ended -> assertThat(ended.out).endsWith("-jar " + jar() + "\n"));
    assertThat(builds()).hasSize(1);
  }

  @Test
  void starts_at_the_same_time_build_once() throws Exception {
    for (boolean withFlock : List.of(true, false)) {
      begin(withFlock);
      mavenDoes("sleep 1\n" + BUILD);
      int before = builds().size();

      List<Process> processes = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        processes.add(process(shells().getFirst(), clone, "./limbeck", "current"));
      }
      List<Ended> ended = new ArrayList<>();
      for (Process process : processes) {
        ended.add(end(process));
      }

      assertThat(ended).allSatisfy(each -> assertThat(each.out).endsWith(" current\n"));
      assertThat(ended)
          .extracting(Ended::err)
          .containsOnlyOnce("Building Limbeck (first use; this takes about a minute) ...\n");
      assertThat(builds()).as("with flock: " + withFlock).hasSize(before + 1);
    }
  }

  @Test
  void a_build_that_fails_is_none() throws Exception {
    mavenDoes(BUILD + "echo '[ERROR] The third class is the wrong one.'; exit 1");

    Ended failed = start("./limbeck", "current");

    assertThat(failed.exitCode).isEqualTo(1);
    assertThat(failed.out).isEmpty();
    assertThat(failed.err)
        .contains(
            "limbeck: the build failed; this is what Maven said (also in " + clone.toRealPath())
        .endsWith("[ERROR] The third class is the wrong one.\n");

    mavenDoes(BUILD);

    assertThat(start("./limbeck", "current").out).endsWith(" current\n");
  }

  @Test
  void a_build_that_is_killed_is_none() throws Exception {
    for (boolean withFlock : List.of(true, false)) {
      begin(withFlock);
      mavenDoes(BUILD + "kill -9 $PPID");

      assertThat(start("./limbeck", "current").exitCode).isEqualTo(128 + 9);

      mavenDoes(BUILD);

      assertThat(start("./limbeck", "current").out)
          .as("with flock: " + withFlock)
          .endsWith(" current\n");
    }
  }

  @Test
  void a_clone_without_maven_says_what_to_install() throws Exception {
    Files.delete(tools.resolve("mvn"));

    assertThat(start("./limbeck", "current"))
        .isEqualTo(
            new Ended(
                1,
                "",
                """
                limbeck: this clone is not built yet, or its sources are newer than its build, and there is no mvn to build it.
                Install Maven (Debian: apt install maven), or use a distribution of Limbeck, which needs a JDK alone.
                """));
  }

  @Test
  void a_java_home_that_is_too_old_is_passed_over() throws Exception {
    Path old = jdk("jdk-17", "17.0.15", "echo 'too old'; exit 66");
    Path fresh = jdk("jdk-21", "21.0.4", "echo the new one");
    Files.createSymbolicLink(tools.resolve("java"), fresh.resolve("bin/java"));
    environment.put("JAVA_HOME", old.toString());

    assertThat(start("./limbeck").out).isEqualTo("the new one\n");
    assertThat(builds().getFirst()).startsWith(fresh.toRealPath() + " ");
  }

  @Test
  void options_for_the_jvm_go_before_its_own() throws Exception {
    environment.put("LIMBECK_JAVA_OPTS", "-Xmx2g -XX:+UseParallelGC *");

    String out = start("./limbeck", "current").out;

    assertThat(out).contains(" -Xmx2g -XX:+UseParallelGC * ").doesNotContain("UseSerialGC");
  }

  @ParameterizedTest
  @MethodSource("shells")
  void a_start_is_prepared_once_for_each_jdk(Path shell) throws Exception {
    Path jdk = jdk("another", "21.0.4", PREPARING);
    environment.put("JAVA_HOME", jdk.toString());

    Ended first = start(shell, clone, "./limbeck", "current");
    Ended second = start(shell, clone, "./limbeck", "current");
    environment.put("JAVA_HOME", jdk("newer", "25.0.3", PREPARING) + "/");
    Ended third = start(shell, clone, "./limbeck", "current");

    Path start = clone.toRealPath().resolve("target/limbeck/start");
    assertThat(first.out).contains("-XX:SharedArchiveFile=" + start.resolve("classes.jsa") + " ");
    assertThat(second).isEqualTo(new Ended(0, first.out, ""));
    assertThat(third.out).contains("-XX:AOTCache=" + start.resolve("classes.aot") + " ");
    assertThat(rehearsals()).hasSize(2);
    try (Stream<Path> files = Files.list(start)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("classes.aot", "log", "made-for");
    }
  }

  @Test
  void a_start_that_cannot_be_prepared_is_slower_and_no_worse() throws Exception {
    environment.put(
        "JAVA_HOME",
        jdk("failing", "25.0.3", "case $* in *Rehearsal*) exit 1 ;; esac; echo \"$@\"").toString());

    Ended ended = start("./limbeck", "current");

    assertThat(ended.exitCode).isZero();
    assertThat(ended.out).doesNotContain("AOTCache").endsWith(" current\n");
  }

  private Ended start(String... words) throws Exception {
    return start(shells().getFirst(), clone, words);
  }

  private Ended start(Path shell, Path workingDirectory, String... words) throws Exception {
    return end(process(shell, workingDirectory, words));
  }

  private Process process(Path shell, Path workingDirectory, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(shell.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(workingDirectory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private static Ended end(Process process) throws Exception {
    try (InputStream out = process.getInputStream();
        InputStream err = process.getErrorStream()) {
      // Neither is long enough to fill its pipe.
      String printed = new String(out.readAllBytes(), UTF_8);
      String told = new String(err.readAllBytes(), UTF_8);
      return new Ended(process.waitFor(), printed, told);
    }
  }

  private Path jdk(String name, String version, String java) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"),
        "IMPLEMENTOR=\"Nobody\"\nJAVA_RUNTIME_VERSION=\"%s+1\"\nJAVA_VERSION=\"%1$s\"\n"
            .formatted(version));
    script(home.resolve("bin/java"), java);
    return home;
  }

  private void mavenDoes(String build) throws IOException {
    script(tools.resolve("mvn"), "echo \"$JAVA_HOME $*\" >> \"$HOME/builds\"\n" + build);
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void provide(String tool) throws IOException {
    script(tools.resolve(tool), "exec %s \"$@\"".formatted(installed(tool).getFirst()));
  }

  private static List<Path> installed(String name) {
    return SYSTEM_FOLDERS.stream()
        .map(place -> place.resolve(name))
        .filter(Files::isExecutable)
        .limit(1)
        .toList();
  }

  private List<String> builds() throws IOException {
    return lines("builds");
  }

  private List<String> rehearsals() throws IOException {
    return lines("rehearsals");
  }

  private List<String> lines(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private String jar() throws IOException {
    return clone.toRealPath() + "/target/limbeck/lib/limbeck.jar";
  }

  /** A clone that is not built, on a machine that has flock, or like macOS has not. */
  private void begin(boolean withFlock) throws IOException {
    Path target = clone.resolve("target");
    if (Files.exists(target)) {
      try (Stream<Path> files = Files.walk(target)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.deleteIfExists(tools.resolve("flock"));
    if (withFlock) {
      provide("flock");
    }
  }
}
