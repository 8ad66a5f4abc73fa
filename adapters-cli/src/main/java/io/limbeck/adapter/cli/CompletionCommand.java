package io.limbeck.adapter.cli;

import io.limbeck.application.document.Document;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "completion",
    description = "Prints a completion script for a shell.",
    abbreviateSynopsis = true)
final class CompletionCommand implements LimbeckCommand {
  private final Supplier<CommandLine> whole;

  /** The shells that can be completed; zsh reads bash's script through its bashcompinit. */
  enum Shell {
    bash,
    zsh
  }

  @Parameters(paramLabel = "SHELL", description = "bash or zsh: source <(limbeck completion bash)")
  private Shell shell;

  /**
   * @param whole the command line with all its commands
   */
  CompletionCommand(Supplier<CommandLine> whole) {
    this.whole = whole;
  }

  @Override
  public Answer run() {
    String script = AutoComplete.bash("limbeck", whole.get());
    return Answer.of(
        script.lines().toList(), Document.object("shell", shell.name(), "script", script));
  }
}
