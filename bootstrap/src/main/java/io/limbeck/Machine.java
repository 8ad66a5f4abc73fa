package io.limbeck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The machine that the program runs on. */
final class Machine {
  // Where Linux has it. To ask the JDK is to ask the network, which may take seconds to answer.
  private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

  private Machine() {}

  /** {@return its name; {@code localhost} if it is not told cheaply} */
  static String name(Map<String, String> environment) {
    return Stream.of("HOSTNAME", "COMPUTERNAME")
        .map(variable -> environment.getOrDefault(variable, ""))
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElseGet(Machine::kernels);
  }

  private static String kernels() {
    try {
      return Files.exists(KERNEL) ? Files.readString(KERNEL).strip() : "localhost";
    } catch (IOException unreadable) {
      return "localhost";
    }
  }
}
