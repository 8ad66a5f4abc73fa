package io.limbeck.adapter.files;

import io.limbeck.adapter.files.AlembicIni.Value;
import io.limbeck.adapter.files.Interpolation.Part;
import io.limbeck.application.Invocation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The section of the configuration file that counts for this run, with the run's overrides. */
final class Configuration {
  private final AlembicIni ini;
  private final String section;
  private final Map<String, String> overrides = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private Configuration(AlembicIni ini, String section, Map<String, String> overrides) {
    this.ini = ini;
    this.section = section;
    this.overrides.putAll(overrides);
  }

  /**
   * @throws ConfigurationException if there is no file, it cannot be understood, or it has no such
   *     section
   */
  static Configuration of(Invocation invocation) {
    return of(
        ConfigurationFile.isNone(invocation)
            ? AlembicIni.parse(
                "[%s]".formatted(invocation.section()), ConfigurationFile.toMake(invocation))
            : AlembicIni.read(ConfigurationFile.find(invocation)),
        invocation);
  }

  static Configuration of(AlembicIni ini, Invocation invocation) {
    String section = invocation.section();
    if (!ini.sections().contains(section)) {
      throw new ConfigurationException(
          "%s has no section [%s].".formatted(ini.file(), section),
          ini.sections().isEmpty()
              ? "Begin it with a line [alembic]."
              : "It has: %s.".formatted(String.join(", ", ini.sections())));
    }
    return new Configuration(ini, section, invocation.overrides());
  }

  /** {@return the configuration file, absolute} */
  Path file() {
    return ini.file().toAbsolutePath().normalize();
  }

  /** {@return the folder of the configuration file, absolute} */
  Path folder() {
    return NewFile.folderOf(file());
  }

  /**
   * {@return what {@code key} is set to; empty if it is not, or to nothing}
   *
   * @throws ConfigurationException if it cannot be interpolated
   */
  Optional<String> get(String key) {
    return part(key.toLowerCase(Locale.ROOT))
        .map(part -> Interpolation.of(part, this::part, problem -> error(key, problem)))
        .filter(value -> !value.isBlank());
  }

  /** {@return the keys that begin with {@code prefix}, in lower case, and what they are set to} */
  SortedMap<String, String> beginningWith(String prefix) {
    SortedMap<String, String> found = new TreeMap<>();
    Stream.concat(ini.keys(section).stream(), overrides.keySet().stream())
        .map(key -> key.toLowerCase(Locale.ROOT))
        .filter(key -> key.startsWith(prefix))
        .forEach(key -> get(key).ifPresent(value -> found.put(key, value)));
    return found;
  }

  /** {@return whether {@code key} is {@code true}; {@code unset} if it is not set} */
  boolean flag(String key, boolean unset) {
    return get(key)
        .map(value ->
            switch (value.toLowerCase(Locale.ROOT)) {
              case "true" -> true;
              case "false" -> false;
              default -> throw error(key, "'%s' is neither true nor false".formatted(value));
            })
        .orElse(unset);
  }

  /** {@return the words of a list, separated by blanks, commas or lines; empty if it is not set} */
  List<String> words(String key) {
    return get(key).stream()
        .flatMap(value -> Arrays.stream(value.strip().split("[\\s,]+")))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /**
   * {@return an exception about what {@code key} is set to}
   *
   * @param problem what is wrong, without the value if that can be a secret
   */
  ConfigurationException error(String key, String problem) {
    return new ConfigurationException(
        "%s: %s: %s.".formatted(place(key), key, problem),
        "Set it to something else, or remove it.");
  }

  private String place(String key) {
    if (overrides.containsKey(key)) {
      return "This run's settings";
    }
    return ini.value(section, key)
        .map(value -> "%s:%d".formatted(ini.file(), value.line()))
        .orElse(ini.file().toString());
  }

  private Optional<Part> part(String key) {
    if (overrides.containsKey(key)) {
      return Optional.of(new Part(overrides.get(key), true));
    }
    Optional<Value> value = ini.value(section, key);
    if (value.isEmpty() && key.equals("here")) {
      return Optional.of(new Part(folder().toString(), true));
    }
    return value.map(found -> new Part(found.raw(), false));
  }
}
