package io.limbeck.adapter.h2;

import io.limbeck.application.database.DatabaseUrl;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where an H2 database is: {@code jdbc:h2:mem:name}, {@code jdbc:h2:file:path} or any other of H2's
 * URLs, with or without {@code jdbc:}. A relative path is relative to the working directory; a
 * database in memory without a name gets one, so that several connections see the same.
 *
 * @param target what follows {@code jdbc:h2:}, up to the first semicolon
 * @param options the rest, from the first semicolon on; may be empty
 * @param file the absolute file of a database that is one, and not on a server
 * @param shown what messages call it
 */
record H2Url(String target, String options, Optional<Path> file, String shown) {
  private static final Pattern PREFIX = Pattern.compile("(?i)(jdbc:)?h2(\\+[a-z0-9_]+)?:");
  // More than one letter: a single one is a drive of Windows.
  private static final Pattern FILE_SYSTEM = Pattern.compile("[A-Za-z][A-Za-z0-9]+:.*");
  private static final String MEMORY = "mem:";
  private static final String FILE = "file:";

  static H2Url parse(DatabaseUrl url, Path workingDirectory) {
    String rest = PREFIX.matcher(url.full()).replaceFirst("");
    int semicolon = rest.indexOf(';');
    String target = semicolon < 0 ? rest : rest.substring(0, semicolon);
    String options = semicolon < 0 ? "" : rest.substring(semicolon);
    if (target.equals(MEMORY)) {
      return privateMemory(options, url.toString());
    }
    String path = target.startsWith(FILE) ? target.substring(FILE.length()) : target;
    if (FILE_SYSTEM.matcher(path).matches() || path.startsWith("~")) {
      return new H2Url(target, options, Optional.empty(), url.toString());
    }
    Path base = workingDirectory.resolve(path).toAbsolutePath().normalize();
    Path file = base.resolveSibling(base.getFileName() + ".mv.db");
    return new H2Url(FILE + base, options, Optional.of(file), file.toString());
  }

  /** {@return a database in memory that nobody else knows} */
  static H2Url privateMemory(String options, String shown) {
    return new H2Url(MEMORY + "limbeck-" + UUID.randomUUID(), options, Optional.empty(), shown);
  }

  /** {@return the file's name, or what comes after the last slash or colon of the URL} */
  String shortName() {
    return file.map(Path::getFileName)
        .map(Path::toString)
        .orElseGet(() -> target.substring(lastSeparator() + 1));
  }

  private int lastSeparator() {
    return Math.max(target.lastIndexOf('/'), target.lastIndexOf(':'));
  }

  boolean isInMemory() {
    return target.startsWith(MEMORY);
  }

  /**
   * {@return the URL that makes the database if it is not there}
   *
   * <p>H2 would keep a record of errors in a file beside the database, even of one that is only
   * read, and if it cannot, print that on its own.
   */
  String making() {
    String written = "jdbc:h2:" + target + options;
    return file.isPresent() ? written + option("TRACE_LEVEL_FILE", "0") : written;
  }

  /**
   * {@return the URL that only opens what is there}
   *
   * @param readOnly whether H2 must not write to it, as it does when it closes a file
   */
  String reading(boolean readOnly) {
    String existing = with("IFEXISTS", "TRUE");
    return readOnly ? existing + option("ACCESS_MODE_DATA", "r") : existing;
  }

  private String with(String name, String value) {
    return making() + option(name, value);
  }

  // H2 refuses an option that is there twice with different values.
  private String option(String name, String value) {
    boolean given = options.toUpperCase(Locale.ROOT).contains(";" + name + "=");
    return given ? "" : ";%s=%s".formatted(name, value);
  }
}
