package io.limbeck.adapter.cli;

import io.limbeck.domain.LimbeckException;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses the arguments, runs the command they name and prints what it says. */
final class Cli implements CliModule.Program {
  private static final String NAME = "limbeck";

  private final CliModule.World world;
  private final GlobalOptions options;
  private final Messages messages;
  private final Commands commands;

  Cli(CliModule.World world, GlobalOptions options, Messages messages, Commands commands) {
    this.world = world;
    this.options = options;
    this.messages = messages;
    this.commands = commands;
  }

  @Override
  public int run(String... arguments) {
    try {
      return run(Arrays.asList(arguments));
    } finally {
      world.out().flush();
      world.err().flush();
    }
  }

  private int run(List<String> arguments) {
    CommandLine commandLine = commands.named(arguments);
    commandLine.setOut(world.out()).setErr(world.err());
    commandLine.setColorScheme(
        Help.defaultColorScheme(world.colour() ? Help.Ansi.ON : Help.Ansi.OFF));
    try {
      ParseResult parsed = commandLine.parseArgs(arguments.toArray(String[]::new));
      Integer helped = CommandLine.executeHelpRequest(parsed);
      if (helped != null) {
        return helped;
      }
      if (!parsed.hasSubcommand()) {
        throw new ParameterException(commandLine, "No command is given");
      }
      return execute(parsed.subcommand().commandSpec());
    } catch (ParameterException failure) {
      return misused(failure, arguments.contains("--json"));
    }
  }

  private int execute(CommandLine.Model.CommandSpec command) {
    try {
      Answer answer = ((LimbeckCommand) command.userObject()).run();
      if (options.json()) {
        world.out().println(Json.answer(command.name(), answer.database(), answer.result()));
      } else {
        answer.lines().forEach(world.out()::println);
      }
      return answer.exitCode();
    } catch (LimbeckException failure) {
      return failed(command.name(), Failures.exitCode(failure), failure);
    } catch (RuntimeException | StackOverflowError bug) {
      messages.bug(bug);
      return ExitCode.FAILED;
    }
  }

  private int failed(String command, int exitCode, LimbeckException failure) {
    if (options.json()) {
      world.out().println(Json.failure(command, exitCode, failure.problem(), failure.remedy()));
    }
    messages.failed(failure.problem(), failure.remedy());
    return exitCode;
  }

  private int misused(ParameterException failure, boolean json) {
    String name = failure.getCommandLine().getCommandSpec().qualifiedName();
    String problem = problem(failure);
    String remedy = "See '%s --help'.".formatted(name);
    if (json) {
      world
          .out()
          .println(
              Json.failure(
                  name.replaceFirst("^" + NAME + " ?", ""), ExitCode.USAGE, problem, remedy));
    }
    messages.failed(problem, remedy);
    return ExitCode.USAGE;
  }

  private static String problem(ParameterException failure) {
    boolean isRoot = failure.getCommandLine().getParent() == null;
    if (isRoot && failure instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().getFirst();
      if (!word.startsWith("-")) {
        return "No such command: '%s'".formatted(word);
      }
    }
    return String.valueOf(failure.getMessage());
  }
}
