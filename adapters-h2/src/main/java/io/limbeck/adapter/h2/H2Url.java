package io.limbeck.adapter.h2;

import io.limbeck.application.database.DatabaseUrl;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where an H2 database is: {@code jdbc:h2:mem:name}, {@code jdbc:h2:file:path} or any other of H2's
 * URLs, with or without {@code jdbc:}. A relative path is relative to the working directory; a
 * database in memory without a name gets one, so that several connections see the same.
 *
 * @param target what follows {@code jdbc:h2:}, up to the first semicolon
 * @param options the rest
 * @param file the absolute file of a database that is one, and not on a server
 * @param shown what messages call it
 */
record H2Url(String target, H2Options options, Optional<Path> file, String shown) {
  private static final Pattern PREFIX = Pattern.compile("(?i)(jdbc:)?h2(\\+[a-z0-9_]+)?:");
  // More than one letter: a single one is a drive of Windows.
  private static final Pattern FILE_SYSTEM = Pattern.compile("[A-Za-z][A-Za-z0-9]+:.*");
  private static final String MEMORY = "mem:";
  private static final String FILE = "file:";

  static H2Url parse(DatabaseUrl url, Path workingDirectory) {
    String rest = PREFIX.matcher(url.full()).replaceFirst("");
    int semicolon = rest.indexOf(';');
    String target = semicolon < 0 ? rest : rest.substring(0, semicolon);
    H2Options options = H2Options.parse(semicolon < 0 ? "" : rest.substring(semicolon));
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
  private static H2Url privateMemory(H2Options options, String shown) {
    return new H2Url(MEMORY + "limbeck-" + UUID.randomUUID(), options, Optional.empty(), shown);
  }

  /** {@return a database in memory of its own, to which SQL means the same} */
  H2Url scratch() {
    return privateMemory(options.aboutSql(), "jdbc:h2:mem:");
  }

  /** {@return the same, wherever a connection begins} */
  H2Url withoutSchema() {
    return new H2Url(target, options.without(H2Options.SCHEMA), file, shown);
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
    return address(traced());
  }

  /**
   * {@return the URL that only opens what is there}
   *
   * @param readOnly whether H2 must not write to it, as it does when it closes a file
   */
  String reading(boolean readOnly) {
    H2Options existing = traced().orElse("IFEXISTS", "TRUE");
    return address(readOnly ? existing.orElse("ACCESS_MODE_DATA", "r") : existing);
  }

  private H2Options traced() {
    return file.isPresent() ? options.orElse("TRACE_LEVEL_FILE", "0") : options;
  }

  private String address(H2Options with) {
    return "jdbc:h2:" + target + with;
  }
}
