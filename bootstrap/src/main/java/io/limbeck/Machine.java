package io.limbeck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The machine that the program runs on. */
final class Machine {
  // Where Linux has it. To ask the JDK is to ask the network, which may take seconds to answer.
  private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

  private static final List<String> VARIABLES = List.of("HOSTNAME", "COMPUTERNAME");

  private Machine() {}

  /** {@return of an environment only what tells the machine's name} */
  static Map<String, String> names(Map<String, String> environment) {
    Map<String, String> names = new LinkedHashMap<>(environment);
    names.keySet().retainAll(VARIABLES);
    return names;
  }

  /** {@return its name; {@code localhost} if it is not told cheaply} */
  static String name(Map<String, String> environment) {
    return VARIABLES.stream()
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
