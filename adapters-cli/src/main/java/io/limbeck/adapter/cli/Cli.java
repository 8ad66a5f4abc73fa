package io.limbeck.adapter.cli;

import io.limbeck.domain.LimbeckException;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Parses the arguments, runs the command they name and prints what it says. */
final class Cli implements CliModule.Program {
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
    try {
      ParseResult parsed = commandLine.parseArgs(arguments.toArray(String[]::new));
      if (Usage.isAsked(parsed)) {
        return helped(parsed, commandLine);
      }
      if (!parsed.hasSubcommand()) {
        return withoutCommand(commandLine);
      }
      Misuse.checkWords(parsed.subcommand());
      return execute(parsed.subcommand().commandSpec());
    } catch (ParameterException failure) {
      return misused(Misuse.of(failure), arguments.contains("--json"));
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
      return failed(command.name(), failure);
    } catch (RuntimeException | StackOverflowError failure) {
      return failed(command.name(), new Bug(failure));
    }
  }

  private int helped(ParseResult parsed, CommandLine commandLine) {
    Help.Ansi ansi =
        world.outIsTerminal() && options.allowColor(world) ? Help.Ansi.ON : Help.Ansi.OFF;
    commandLine.setOut(world.out());
    commandLine.setColorScheme(Help.defaultColorScheme(ansi));
    Usage.arrange(commandLine);
    CommandLine.executeHelpRequest(parsed);
    return ExitCode.OK;
  }

  /** Whoever names no command is shown them, unless it is a program. */
  private int withoutCommand(CommandLine commandLine) {
    if (options.json()) {
      return misused(Misuse.noCommand(), true);
    }
    Usage.arrange(commandLine);
    commandLine.usage(world.err(), Help.Ansi.OFF);
    return ExitCode.USAGE;
  }

  private int failed(String command, LimbeckException failure) {
    int exitCode = Failures.exitCode(failure);
    String remedy = Failures.remedy(failure);
    tellProgram(options.json(), Json.failure(command, exitCode, failure.problem(), remedy));
    messages.failed(failure.problem(), remedy);
    return exitCode;
  }

  private int failed(String command, Bug bug) {
    tellProgram(
        options.json(), Json.failure(command, ExitCode.FAILED, bug.problem(), bug.remedy()));
    messages.bug(bug);
    return ExitCode.FAILED;
  }

  private int misused(Misuse misuse, boolean json) {
    tellProgram(
        json, Json.failure(misuse.command(), ExitCode.USAGE, misuse.problem(), misuse.remedy()));
    messages.failed(misuse.problem(), misuse.remedy());
    return ExitCode.USAGE;
  }

  private void tellProgram(boolean json, String document) {
    if (json) {
      world.out().println(document);
    }
  }
}
