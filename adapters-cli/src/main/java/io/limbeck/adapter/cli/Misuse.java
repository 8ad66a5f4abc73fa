package io.limbeck.adapter.cli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Arguments that could not be understood.
 *
 * @param command whose arguments they are; empty if there is none
 * @param problem one sentence
 * @param remedy what to do next
 */
record Misuse(String command, String problem, String remedy) {
  private static final String SEE = "See '%s --help'.";
  private static final int SUGGESTIONS = 2;
  private static final Pattern COUNT = Pattern.compile("-\\d.*");

  static Misuse noCommand() {
    return new Misuse("", "No command is given", SEE.formatted(RootCommand.NAME));
  }

  static Misuse of(ParameterException failure) {
    CommandLine commandLine = failure.getCommandLine();
    String name = commandLine.getCommandSpec().qualifiedName();
    String command = commandLine.getParent() == null ? "" : commandLine.getCommandName();
    String see = SEE.formatted(name);
    if (!(failure instanceof UnmatchedArgumentException unmatched)) {
      // "Value for option option '-x'": what picocli says twice is said once.
      String problem = String.valueOf(failure.getMessage()).replace("option option", "option");
      return new Misuse(command, problem, see);
    }
    // An option that was taken for a target leaves the target over: the option is to blame.
    UnmatchedArgumentException wrong =
        Optional.ofNullable(commandLine.getParseResult())
            .flatMap(Misuse::unknownOption)
            .map(word -> new UnmatchedArgumentException(commandLine, List.of(word)))
            .orElse(unmatched);
    String meant =
        wrong.getSuggestions().stream()
            .limit(SUGGESTIONS)
            .map("'%s'"::formatted)
            .collect(Collectors.joining(" or "));
    return new Misuse(
        command,
        problem(wrong.getUnmatched().getFirst(), command),
        meant.isEmpty() ? see : "Did you mean %s? %s".formatted(meant, see));
  }

  /**
   * Refuses words that are no options of the command and look like ones; "-1" and the like are
   * targets.
   */
  static void checkWords(ParseResult parsed) {
    unknownOption(parsed)
        .ifPresent(word -> {
          throw new UnmatchedArgumentException(parsed.commandSpec().commandLine(), List.of(word));
        });
  }

  private static Optional<String> unknownOption(ParseResult parsed) {
    return parsed.matchedPositionals().stream()
        .flatMap(positional -> positional.originalStringValues().stream())
        .filter(word -> word.startsWith("-") && !COUNT.matcher(word).matches())
        .findFirst();
  }

  private static String problem(String word, String command) {
    if (word.startsWith("-")) {
      return "Unknown option: '%s'".formatted(word);
    }
    return command.isEmpty()
        ? "No such command: '%s'".formatted(word)
        : "'%s' is one argument too many".formatted(word);
  }
}
