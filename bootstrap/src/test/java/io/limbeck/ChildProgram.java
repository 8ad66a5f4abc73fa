package io.limbeck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/** The program in a process of its own, started much as the launcher starts it. */
final class ChildProgram implements AutoCloseable {
  private final Process process;
  private final Path err;

  private ChildProgram(Process process, Path err) {
    this.process = process;
    this.err = err;
  }

  /** Starts programs. They share SQLite's library, and a folder for what is needed for one run. */
  static final class Launcher {
    private final Path folder;
    private final Path temporary;
    private final Path library;
    private int started;

    Launcher(Path folder) throws IOException {
      this.folder = folder;
      this.temporary = Files.createDirectory(folder.resolve("temporary"));
      this.library = folder.resolve(LibraryLoaderUtil.getNativeLibName());
      String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + library.getFileName();
      try (var content =
          Objects.requireNonNull(SQLiteJDBCLoader.class.getResourceAsStream(resource))) {
        Files.copy(content, library);
      }
    }

    /** {@return where a program puts what it needs only while it runs} */
    Path temporary() {
      return temporary;
    }

    ChildProgram start(ProjectFolder project, String... words) {
      return start(List.of(), Main.class, project, words);
    }

    /**
     * @param main has the program run, sooner or later
     */
    ChildProgram start(Class<?> main, ProjectFolder project, String... words) {
      return start(List.of(), main, project, words);
    }

    /** Starts it such that no file may become larger than {@code blocks} of 512 bytes. */
    ChildProgram startLimited(int blocks, ProjectFolder project, String... words) {
      return start(
          List.of("sh", "-c", "ulimit -f %d && exec \"$0\" \"$@\"".formatted(blocks)),
          Main.class,
          project,
          words);
    }

    private ChildProgram start(
        List<String> prefix, Class<?> main, ProjectFolder project, String... words) {
      List<String> command = new ArrayList<>(prefix);
      command.addAll(
          List.of(
              ProcessHandle.current().info().command().orElseThrow(),
              "--enable-native-access=ALL-UNNAMED",
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-Xlog:disable",
              "-Djava.io.tmpdir=" + temporary,
              "-Dorg.sqlite.lib.path=" + library.getParent(),
              "-Dorg.sqlite.lib.name=" + library.getFileName(),
              "-cp",
              System.getProperty("java.class.path"),
              main.getName(),
              "-c",
              project.ini().toString()));
      command.addAll(List.of(words));
      Path err = folder.resolve("err" + ++started);
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
      builder.directory(project.folder().toFile()).environment().clear();
      try {
        return new ChildProgram(builder.start(), err);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  Process process() {
    return process;
  }

  /** {@return what it has said on standard error} */
  String err() {
    try {
      return Files.readString(err);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Waits until it has said {@code words} on standard error. */
  void awaitSaying(String words) throws InterruptedException {
    while (!err().contains(words)) {
      if (!process.isAlive()) {
        throw new AssertionError("has ended without saying '%s': %s".formatted(words, err()));
      }
      Thread.sleep(5);
    }
  }

  /** Sends SIGKILL, and waits until there is no such process. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** {@return the exit code, once it has ended by itself} */
  int end() throws InterruptedException {
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      throw new AssertionError("does not end; so far it has said: " + err());
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
