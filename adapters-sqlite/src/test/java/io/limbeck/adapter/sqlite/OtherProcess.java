package io.limbeck.adapter.sqlite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/** Another program, in a process of its own, in the middle of a write transaction. */
final class OtherProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private OtherProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /**
   * Starts it and waits until it holds the write lock, having written more than its cache takes.
   */
  static OtherProcess writing(Path file) throws IOException {
    String java = ProcessHandle.current().info().command().orElseThrow();
    OtherProcess other =
        new OtherProcess(
            new ProcessBuilder(
                    java,
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    OtherProcess.class.getName(),
                    file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    if (!"holding".equals(other.output.readLine())) {
      throw new AssertionError("the other process does not hold the lock");
    }
    return other;
  }

  /** Has it commit and end. */
  void commit() throws IOException, InterruptedException {
    process.getOutputStream().close();
    process.waitFor();
  }

  /** Kills it in the middle. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    try (Connection connection =
            new SQLiteConfig().createConnection("jdbc:sqlite:" + Path.of(arguments[0]).toUri());
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA cache_size = 2");
      statement.execute("BEGIN IMMEDIATE");
      statement.execute(
          "INSERT INTO made SELECT hex(randomblob(1000)) FROM pragma_function_list LIMIT 100");
      System.out.println("holding");
      int end = System.in.read();
      statement.execute("COMMIT");
      System.exit(end < 0 ? 0 : 1);
    }
  }
}
