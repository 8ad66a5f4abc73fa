package io.limbeck.adapter.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

@Command(
    name = "limbeck",
    description = "Schema migration with Alembic's revision graph.",
    mixinStandardHelpOptions = true,
    versionProvider = RootCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND")
final class RootCommand {

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"limbeck " + CliModule.version()};
    }
  }
}
