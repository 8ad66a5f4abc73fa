package io.limbeck.adapter.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** The help texts: a command's own options first, then those of every command. */
final class Usage {
  private Usage() {}

  /** {@return whether help or the version is asked for} */
  static boolean isAsked(ParseResult parsed) {
    return parsed.isUsageHelpRequested()
        || parsed.isVersionHelpRequested()
        || (parsed.hasSubcommand() && isAsked(parsed.subcommand()));
  }

  /** Prepares {@code root} and its commands for printing help. */
  static void arrange(CommandLine root) {
    Set<String> global = root.getCommandSpec().optionsMap().keySet();
    root.getSubcommands()
        .values()
        .forEach(command -> {
          command
              .getHelpSectionMap()
              .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, help -> options(help, global));
        });
  }

  private static String options(Help help, Set<String> global) {
    List<OptionSpec> own = list(help, global, false);
    return (own.isEmpty() ? "" : "%nOptions:%n".formatted() + help.optionListExcludingGroups(own))
        + "%nOptions of every command:%n".formatted()
        + help.optionListExcludingGroups(list(help, global, true));
  }

  private static List<OptionSpec> list(Help help, Set<String> global, boolean isGlobal) {
    return help.commandSpec().options().stream()
        .filter(option -> global.contains(option.longestName()) == isGlobal)
        .toList();
  }
}
