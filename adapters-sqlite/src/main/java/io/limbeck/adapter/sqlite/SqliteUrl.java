package io.limbeck.adapter.sqlite;

import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.application.database.UnusableDatabaseException;
import java.io.File;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads SQLite's URLs: SQLAlchemy's ({@code sqlite:///relative}, {@code sqlite:////absolute},
 * {@code sqlite://} for memory), whose path is taken as it stands, and JDBC's ({@code
 * jdbc:sqlite:path}). In both the path may be one of <a href="https://sqlite.org/uri.html">SQLite's
 * own</a> {@code file:} URIs, which are percent-decoded.
 */
final class SqliteUrl {
  private static final String JDBC = "jdbc:sqlite:";
  private static final String FILE = "file:";

  private final DatabaseUrl url;

  private SqliteUrl(DatabaseUrl url) {
    this.url = url;
  }

  /**
   * @param workingDirectory what a relative path is relative to
   * @throws UnusableDatabaseException if the URL cannot be understood
   */
  static Location parse(DatabaseUrl url, Path workingDirectory) {
    return new SqliteUrl(url).location(workingDirectory);
  }

  private Location location(Path workingDirectory) {
    String target = target();
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    UrlOptions options = UrlOptions.parse(question < 0 ? "" : target.substring(question + 1), url);
    String name = path.startsWith(FILE) ? decoded(path.substring(FILE.length())) : path;
    if (name.startsWith(":resource:")) {
      throw new UnusableDatabaseException(
          "The database URL %s names a resource of the class path, which cannot be migrated."
              .formatted(url),
          "Name a file: sqlite:///relative/path.db or sqlite:////absolute/path.db.");
    }
    if (name.isEmpty() || name.equals(":memory:") || options.isMemory()) {
      return Location.inMemory();
    }
    return new Location(
        Optional.of(resolved(workingDirectory, name)), options.access(), options.isImmutable());
  }

  /** {@return the path and the options} */
  private String target() {
    String full = url.full();
    if (full.toLowerCase(Locale.ROOT).startsWith(JDBC)) {
      return full.substring(JDBC.length());
    }
    String rest = full.substring(full.indexOf(':') + 1);
    if (rest.equals("//") || rest.startsWith("//?")) {
      return rest.substring(2);
    }
    if (!rest.startsWith("///")) {
      throw new UnusableDatabaseException(
          "The database URL %s names a host or has too few slashes; SQLite has only files."
              .formatted(url),
          "Write sqlite:///relative/path.db with three slashes, or sqlite:////absolute/path.db"
              + " with four.");
    }
    return rest.substring(3);
  }

  private Path resolved(Path workingDirectory, String name) {
    try {
      return workingDirectory.resolve(withoutSlashBeforeDrive(name)).toAbsolutePath().normalize();
    } catch (InvalidPathException invalid) {
      throw new UnusableDatabaseException(
          "The database URL %s holds no path that this system knows: %s."
              .formatted(url, invalid.getReason()),
          "Correct the path in the URL.",
          invalid);
    }
  }

  // On Windows sqlite:////C:/app.db and file:///C:/app.db mean C:/app.db.
  private static String withoutSlashBeforeDrive(String name) {
    boolean drive = File.separatorChar == '\\' && name.matches("[/\\\\][A-Za-z]:([/\\\\].*)?");
    return drive ? name.substring(1) : name;
  }

  private String decoded(String uri) {
    String path = uri;
    if (uri.startsWith("//")) {
      int slash = uri.indexOf('/', 2);
      String authority = slash < 0 ? uri.substring(2) : uri.substring(2, slash);
      if (!authority.isEmpty() && !authority.equals("localhost")) {
        throw new UnusableDatabaseException(
            "The database URL %s names the host '%s'; SQLite has only files."
                .formatted(url, authority),
            "Write file:relative/path.db or file:///absolute/path.db.");
      }
      path = slash < 0 ? "" : uri.substring(slash);
    }
    int fragment = path.indexOf('#');
    String kept = fragment < 0 ? path : path.substring(0, fragment);
    try {
      return URLDecoder.decode(kept.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException invalid) {
      throw new UnusableDatabaseException(
          "The database URL %s has a percent sign that no two hexadecimal digits follow."
              .formatted(url),
          "Write %25 for a percent sign in a file: URI.",
          invalid);
    }
  }
}
