package io.limbeck.adapter.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

@Command(
    name = RootCommand.NAME,
    description = "Schema migration with Alembic's revision graph.",
    versionProvider = RootCommand.Version.class,
    abbreviateSynopsis = true,
    synopsisSubcommandLabel = "COMMAND",
    optionListHeading = "%nOptions, before or after the command:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, or nothing to do",
      "1:failed",
      "2:wrong usage",
      "3:behind (current --check-heads, check, copy, revision --autogenerate)",
      "4:models differ (check)",
      "5:drift",
      "6:several heads where one is needed",
      "7:lock not obtained",
      "8:unknown revision, or changed script (current --check-heads)",
      "9:refused, as irreversible or as it would lose rows",
      "130:interrupted"
    },
    footer = {"", "See 'limbeck COMMAND --help'."})
final class RootCommand {
  static final String NAME = "limbeck";

  // Both are for picocli to see; nobody else asks.
  @SuppressWarnings("unused")
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "This help.")
  private boolean help;

  @SuppressWarnings("unused")
  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "The version of Limbeck.")
  private boolean version;

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {NAME + " " + CliModule.version()};
    }
  }
}
