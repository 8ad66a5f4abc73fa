package io.limbeck;

import io.limbeck.application.Invocation;
import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.UnusableDatabaseException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Says which database and which scripts, step by step. Nothing is read or opened before the first
 * use of what is built; the environment is not looked at.
 */
public final class LimbeckBuilder {
  private static final Path NO_FILE = Path.of("");

  private final Map<String, String> settings = new LinkedHashMap<>();
  private Path config = NO_FILE;
  private String section = Invocation.DEFAULT_SECTION;
  private Optional<String> url = Optional.empty();
  private Progress progress = Progress.none();
  private boolean together;

  LimbeckBuilder() {}

  /**
   * @param text {@code sqlite:///relative.db}, {@code sqlite:////absolute.db}, {@code
   *     postgresql://user@host/db}, {@code jdbc:...}; a relative file is relative to the working
   *     directory
   * @throws UnusableDatabaseException if it is no URL
   */
  public LimbeckBuilder url(String text) {
    url = Optional.of(DatabaseUrl.parse(text).full());
    return this;
  }

  /**
   * Takes the database that a data source leads to. Limbeck opens connections of its own, as it
   * needs them, so this is for databases that can be opened by what the data source tells of
   * itself: those of SQLite in files. A password it does not tell.
   *
   * @throws UnusableDatabaseException if it leads elsewhere, or cannot be asked
   */
  public LimbeckBuilder dataSource(DataSource source) {
    try (Connection connection = source.getConnection()) {
      String found = String.valueOf(connection.getMetaData().getURL());
      if (!found.startsWith("jdbc:sqlite:") || found.contains(":memory:")) {
        throw new UnusableDatabaseException(
            "A data source of %s does not tell all that it takes to open the database."
                .formatted(connection.getMetaData().getDatabaseProductName()),
            "Give the database's URL instead.");
      }
      return url(found);
    } catch (SQLException refusal) {
      throw new UnusableDatabaseException(
          "The data source gives no connection: %s.".formatted(refusal.getMessage()),
          "Look at how it is set up, or give the database's URL instead.",
          refusal);
    }
  }

  /**
   * @param folder that holds the scripts
   */
  public LimbeckBuilder scripts(Path folder) {
    return set("version_locations", folder.toAbsolutePath().toString())
        .set("path_separator", "newline");
  }

  /**
   * Reads an {@code alembic.ini}; what is said here comes before what is said there.
   *
   * @param file relative to the working directory, or absolute
   */
  public LimbeckBuilder config(Path file) {
    config = file;
    return this;
  }

  /** Reads another section of the file than {@code [alembic]}. */
  public LimbeckBuilder section(String name) {
    section = name;
    return this;
  }

  /** Sets a key of the configuration, such as {@code models} or {@code lock_timeout}. */
  public LimbeckBuilder set(String key, String value) {
    settings.put(key, value);
    return this;
  }

  /** Has all revisions of a run be one transaction, instead of one each. */
  public LimbeckBuilder together() {
    together = true;
    return this;
  }

  /** Has someone told how a run gets on; called on the thread that runs it. */
  public LimbeckBuilder progress(Progress listener) {
    progress = Objects.requireNonNull(listener);
    return this;
  }

  public Limbeck build() {
    return new Limbeck(
        DaggerLibraryComponent.factory()
            .create(
                new Invocation(
                    Optional.of(config),
                    section,
                    url,
                    settings,
                    Machine.names(System.getenv()),
                    NO_FILE.toAbsolutePath(),
                    Optional.empty())),
        progress,
        together);
  }
}
