package io.limbeck;

import io.limbeck.adapter.cli.CliModule;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The program. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String... arguments) {
    limitRequests();
    Interruption interruption = Interruption.bySignals(Thread.currentThread());
    int exitCode = run(arguments);
    interruption.over();
    System.exit(exitCode);
  }

  /** {@return the exit code of one command, given the machine's own streams} */
  static int run(String... arguments) {
    // Straight to the descriptors: results are UTF-8, whatever the machine's default is.
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    // The launcher looks, which is cheaper than asking the JDK for a console.
    String terminals = System.getProperty("limbeck.terminals", "");
    CliModule.World world =
        new CliModule.World(
            out,
            err,
            System.getenv(),
            Path.of("").toAbsolutePath(),
            terminals.contains("out"),
            terminals.contains("err"));
    return run(world, arguments);
  }

  /** {@return the exit code of one command} */
  static int run(CliModule.World world, String... arguments) {
    ProgramComponent component = DaggerProgramComponent.factory().create(world);
    try {
      return component.program().run(arguments);
    } finally {
      component.openDatabases().close();
    }
  }

  /**
   * For the JDK's HTTP server, if one is started: how many connections there may be, how many
   * seconds a request may take to arrive, and that answers are sent at once. They are for the whole
   * JVM, so a program that embeds Limbeck decides itself.
   */
  private static void limitRequests() {
    for (String[] limit :
        new String[][] {
          {"jdk.httpserver.maxConnections", "2000"},
          {"sun.net.httpserver.maxReqTime", "20"},
          {"sun.net.httpserver.nodelay", "true"},
        }) {
      if (System.getProperty(limit[0]) == null) {
        System.setProperty(limit[0], limit[1]);
      }
    }
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
