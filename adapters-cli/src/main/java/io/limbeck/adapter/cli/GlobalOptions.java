package io.limbeck.adapter.cli;

import io.limbeck.application.Invocation;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of every command; they may stand before or after the command's name. */
@Command
final class GlobalOptions {
  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "Configuration file; default: $ALEMBIC_CONFIG, else the nearest alembic.ini.")
  private @Nullable Path config;

  @Option(
      names = {"-n", "--name"},
      paramLabel = "SECTION",
      description = "Section of the configuration file; default: alembic.")
  private String section = Invocation.DEFAULT_SECTION;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Database URL, instead of the environment's or the configuration's.")
  private @Nullable String url;

  @Option(
      names = "-x",
      paramLabel = "KEY=VALUE",
      description = "Sets a key of the configuration's section for this run; may be repeated.")
  private Map<String, String> overrides = new LinkedHashMap<>();

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "No messages, only results and failures.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "More about each revision; during a run, each statement.")
  private boolean verbose;

  @Option(names = "--no-color", description = "No colours.")
  private boolean noColor;

  private Optional<Invocation.Offline> offline = Optional.empty();

  boolean json() {
    return json;
  }

  boolean quiet() {
    return quiet;
  }

  boolean verbose() {
    return verbose;
  }

  /**
   * {@return whether colours may be used on a terminal; see <a
   * href="https://no-color.org">no-color.org</a>}
   */
  boolean allowColor(CliModule.World world) {
    return !noColor
        && world.environment().getOrDefault("NO_COLOR", "").isEmpty()
        && !world.environment().getOrDefault("TERM", "").equals("dumb");
  }

  /**
   * From now on SQL is written instead of run.
   *
   * @param start where the database is taken to stand; may be empty
   */
  void writeSqlTo(Appendable out, List<String> start) {
    offline = Optional.of(new Invocation.Offline(start, out));
  }

  /** {@return what the options say, for whoever reads the configuration} */
  Invocation invocation(CliModule.World world) {
    return new Invocation(
        Optional.ofNullable(config),
        section,
        Optional.ofNullable(url),
        overrides,
        world.environment(),
        world.workingDirectory(),
        offline);
  }
}
