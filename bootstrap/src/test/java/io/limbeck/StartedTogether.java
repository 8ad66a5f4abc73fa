package io.limbeck;

import java.io.IOException;

/** The program, which waits for a sign before it begins, so that several can begin together. */
final class StartedTogether {
  private static final String READY = "ready";

  private StartedTogether() {}

  @SuppressWarnings("SystemOut")
  public static void main(String... arguments) throws IOException {
    // Loads what the program is made of: from the sign on all are equally quick.
    Main.run(arguments[0], arguments[1], "--quiet", "--url", "sqlite://", "upgrade", "head");
    System.out.println(READY);
    int sign = System.in.read();
    if (sign < 0) {
      Main.main(arguments);
    }
  }

  /** Waits until it is ready. */
  static void await(ChildProgram program) throws IOException {
    String line = program.process().inputReader().readLine();
    if (!READY.equals(line)) {
      throw new AssertionError("is not ready, but says: " + line + program.err());
    }
  }

  /** Gives it the sign. */
  static void go(ChildProgram program) throws IOException {
    program.process().getOutputStream().close();
  }
}
