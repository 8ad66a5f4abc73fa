package io.limbeck.adapter.files;

import io.limbeck.adapter.files.AlembicIni.Value;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the lines of an ini file; ConfigParser._read, state by state. */
final class IniParser {
  private final Path file;
  private final Map<String, Map<String, Value>> sections = new LinkedHashMap<>();
  private Map<String, Value> section = new LinkedHashMap<>();
  private String key = "";
  private int indentation;
  private int line;

  IniParser(Path file) {
    this.file = file;
  }

  Map<String, Map<String, Value>> parse(String text) {
    String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
    for (String content : withoutMark.split("\r\n|\r|\n", -1)) {
      line++;
      take(content);
    }
    sections.values().forEach(IniParser::stripTrailing);
    return sections;
  }

  private void take(String content) {
    String stripped = content.strip();
    if (stripped.startsWith("#") || stripped.startsWith(";")) {
      return;
    }
    if (stripped.isEmpty()) {
      append(""); // an empty line belongs to a value that goes on after it
      return;
    }
    int indented = content.indexOf(stripped);
    if (!key.isEmpty() && indented > indentation) {
      append(stripped);
      return;
    }
    indentation = indented;
    int close = stripped.lastIndexOf(']');
    if (stripped.startsWith("[") && close > 1) {
      beginSection(stripped.substring(1, close));
    } else {
      beginValue(stripped);
    }
  }

  private void append(String more) {
    section.computeIfPresent(
        key, (name, value) -> new Value(value.raw() + "\n" + more, value.line()));
  }

  private void beginSection(String name) {
    boolean again = sections.containsKey(name);
    section = sections.computeIfAbsent(name, any -> new LinkedHashMap<>());
    key = "";
    if (again && !name.equals(AlembicIni.DEFAULTS)) {
      throw error("section [%s] is there already".formatted(name), "Make one section of both.");
    }
  }

  private void beginValue(String content) {
    if (sections.isEmpty()) {
      throw error("a section has to come first", "Begin the file with a line [alembic].");
    }
    int end = firstOf(content, '=', ':');
    String name = end < 0 ? "" : content.substring(0, end).strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty()) {
      throw error("this is neither a section nor a key with a value", "Write key = value.");
    }
    key = name;
    Value value = new Value(content.substring(end + 1).strip(), line);
    Value before = section.putIfAbsent(name, value);
    if (before != null) {
      throw error(
          "'%s' is set already, in line %d".formatted(name, before.line()), "Keep one of them.");
    }
  }

  private static int firstOf(String text, char one, char other) {
    int first = text.indexOf(one);
    int second = text.indexOf(other);
    return first < 0 || (second >= 0 && second < first) ? second : first;
  }

  private static void stripTrailing(Map<String, Value> values) {
    values.replaceAll((key, value) -> new Value(value.raw().stripTrailing(), value.line()));
  }

  /** The line itself is not told: it may hold a password. */
  private ConfigurationException error(String problem, String remedy) {
    return new ConfigurationException("%s:%d: %s.".formatted(file, line, problem), remedy);
  }
}
