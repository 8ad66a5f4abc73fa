package io.limbeck.application;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the program was called: all that the configuration may depend on.
 *
 * @param config the configuration file that was named; if empty it is searched for. An empty path
 *     says that there is none: the overrides are all that is set
 * @param section the section of the configuration file to read
 * @param url the database URL that was named, before all others
 * @param overrides keys of the section and their values for this run; may be empty
 * @param environment the environment variables
 * @param workingDirectory absolute; what relative database paths are relative to
 * @param offline set if SQL is to be written instead of run
 */
public record Invocation(
    Optional<Path> config,
    String section,
    Optional<String> url,
    Map<String, String> overrides,
    Map<String, String> environment,
    Path workingDirectory,
    Optional<Offline> offline) {

  /** The name of the section that is read when none is named. */
  public static final String DEFAULT_SECTION = "alembic";

  public Invocation {
    overrides = Map.copyOf(overrides);
    environment = Map.copyOf(environment);
  }

  /**
   * @param start the words before the colon of a range: where the database is taken to stand; empty
   *     for a database on which nothing was applied
   * @param out receives the SQL
   */
  public record Offline(List<String> start, Appendable out) {
    public Offline {
      start = List.copyOf(start);
    }
  }
}
