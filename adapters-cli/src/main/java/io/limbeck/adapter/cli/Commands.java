package io.limbeck.adapter.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Builds picocli's model of the command line. Reading a command's annotations takes longer than
 * running it, so only the commands that the arguments name are built; all of them when help is
 * wanted.
 */
final class Commands {
  private static final List<String> HELP = List.of("-h", "--help");

  private final GlobalOptions options;
  private final Map<String, ? extends Supplier<LimbeckCommand>> byName;

  Commands(GlobalOptions options, Map<String, ? extends Supplier<LimbeckCommand>> byName) {
    this.options = options;
    this.byName = byName;
  }

  CommandLine named(List<String> arguments) {
    if (HELP.stream().anyMatch(arguments::contains)) {
      return all();
    }
    Set<String> named = new LinkedHashSet<>();
    for (String argument : arguments) {
      String name = argument.replace('-', '_');
      if (byName.containsKey(name)) {
        named.add(name);
      }
    }
    return commandLine(named.isEmpty() ? byName.keySet() : named);
  }

  CommandLine all() {
    return commandLine(byName.keySet());
  }

  private CommandLine commandLine(Set<String> names) {
    CommandLine root = new CommandLine(new RootCommand());
    root.setExpandAtFiles(false);
    root.getCommandSpec().addMixin("options", CommandSpec.forAnnotatedObject(options));
    new TreeMap<>(byName)
        .forEach((name, command) -> {
          if (names.contains(name)) {
            root.addSubcommand(commandLine(command.get(), root.getCommandSpec()));
          }
        });
    return root;
  }

  private static CommandLine commandLine(LimbeckCommand command, CommandSpec root) {
    CommandLine commandLine = new CommandLine(command);
    inherit(root, commandLine.getCommandSpec());
    // "downgrade -1" names a target; what then is no number is refused once all is parsed.
    commandLine.getCommandSpec().parser().unmatchedOptionsArePositionalParams(true);
    return commandLine;
  }

  /** The global options stand after the command's name too, less those names it uses itself. */
  private static void inherit(CommandSpec root, CommandSpec command) {
    for (OptionSpec option : root.options()) {
      List<String> free =
          new ArrayList<>(
              Arrays.stream(option.names())
                  .filter(name -> !command.optionsMap().containsKey(name))
                  .toList());
      if (!free.isEmpty()) {
        command.addOption(OptionSpec.builder(option).names(free.toArray(String[]::new)).build());
      }
    }
  }
}
