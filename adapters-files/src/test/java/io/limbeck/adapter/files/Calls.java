package io.limbeck.adapter.files;

import io.limbeck.application.Invocation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ways in which a test calls the program. */
final class Calls {
  private Calls() {}

  static Invocation in(Path folder) {
    return with(folder, Map.of(), Map.of());
  }

  static Invocation with(
      Path folder, Map<String, String> overrides, Map<String, String> environment) {
    return new Invocation(
        Optional.empty(),
        Invocation.DEFAULT_SECTION,
        Optional.empty(),
        overrides,
        environment,
        folder,
        Optional.empty());
  }

  static Invocation named(Path folder, String config) {
    return new Invocation(
        Optional.of(Path.of(config)),
        Invocation.DEFAULT_SECTION,
        Optional.empty(),
        Map.of(),
        Map.of(),
        folder,
        Optional.empty());
  }

  static Invocation section(Path folder, String section) {
    return new Invocation(
        Optional.empty(), section, Optional.empty(), Map.of(), Map.of(), folder, Optional.empty());
  }

  static Invocation url(Path folder, String url, Map<String, String> environment) {
    return new Invocation(
        Optional.empty(),
        Invocation.DEFAULT_SECTION,
        Optional.of(url),
        Map.of(),
        environment,
        folder,
        Optional.empty());
  }

  static Invocation offline(Path folder, Appendable out, String... start) {
    return new Invocation(
        Optional.empty(),
        Invocation.DEFAULT_SECTION,
        Optional.empty(),
        Map.of(),
        Map.of(),
        folder,
        Optional.of(new Invocation.Offline(List.of(start), out)));
  }

  /** {@return a configuration whose section has these lines, in {@code folder}} */
  static Configuration configuration(Path folder, String... lines) {
    String text = "[alembic]\n" + String.join("\n", lines);
    return Configuration.of(AlembicIni.parse(text, folder.resolve("alembic.ini")), in(folder));
  }
}
