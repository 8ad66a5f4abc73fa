package io.limbeck.adapter.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "limbeck",
    description = "Schema migration with Alembic's revision graph.",
    versionProvider = RootCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND")
final class RootCommand {
  @Mixin private final GlobalOptions options;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  private boolean help;

  @Option(names = "--version", versionHelp = true, description = "Shows the version.")
  private boolean version;

  RootCommand(GlobalOptions options) {
    this.options = options;
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"limbeck " + CliModule.version()};
    }
  }
}
