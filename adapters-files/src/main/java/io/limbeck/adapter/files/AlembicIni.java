package io.limbeck.adapter.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A file as Python's ConfigParser reads it, its values not yet interpolated: a {@code %} in a
 * section nobody asks for, such as a logging format, is none of our business.
 *
 * <p>No library, for the rules have to be ConfigParser's to the letter: ini4j continues a line by a
 * backslash and not by indentation; java-configparser follows Python, but it is one release of long
 * ago whose errors quote the line, and the line may hold a password.
 *
 * @see <a href="https://docs.python.org/3/library/configparser.html">ConfigParser</a>
 */
final class AlembicIni {
  static final String DEFAULTS = "DEFAULT";

  private final Path file;
  private final Map<String, Map<String, Value>> sections;

  /**
   * What a key is set to.
   *
   * @param raw the lines of the value, joined by line feeds
   * @param line where it begins, counted from 1
   */
  record Value(String raw, int line) {}

  private AlembicIni(Path file, Map<String, Map<String, Value>> sections) {
    this.file = file;
    this.sections = sections;
  }

  /**
   * @param file absolute
   * @throws ConfigurationException if it cannot be read or understood
   */
  static AlembicIni read(Path file) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      return parse(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString(), file);
    } catch (CharacterCodingException failure) {
      throw new ConfigurationException(
          "%s is not UTF-8.".formatted(file), "Save it as UTF-8.", failure);
    } catch (IOException failure) {
      throw new ConfigurationException(
          "%s cannot be read: %s.".formatted(file, Trouble.of(failure)),
          "Name a configuration file that can be.",
          failure);
    }
  }

  /**
   * @param file for messages, and for {@code %(here)s}
   * @throws ConfigurationException if it cannot be understood
   */
  static AlembicIni parse(String text, Path file) {
    return new AlembicIni(file, new IniParser(file).parse(text));
  }

  Path file() {
    return file;
  }

  /** {@return the names of the sections in the file's order; the defaults are none} */
  List<String> sections() {
    return sections.keySet().stream().filter(name -> !name.equals(DEFAULTS)).toList();
  }

  /** {@return the keys that are set in a section or for all sections, sorted and in lower case} */
  SortedSet<String> keys(String section) {
    SortedSet<String> keys = new TreeSet<>(sections.getOrDefault(DEFAULTS, Map.of()).keySet());
    keys.addAll(sections.getOrDefault(section, Map.of()).keySet());
    return keys;
  }

  /** {@return what {@code key} is set to in a section, or else for all sections} */
  Optional<Value> value(String section, String key) {
    String name = key.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(sections.getOrDefault(section, Map.of()).get(name))
        .or(() -> Optional.ofNullable(sections.getOrDefault(DEFAULTS, Map.of()).get(name)));
  }
}
