package io.limbeck.adapter.cli;

import io.limbeck.application.history.ListedRevision;
import io.limbeck.application.history.Show;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "edit", description = "Opens scripts in $VISUAL or $EDITOR.")
final class EditCommand implements LimbeckCommand {
  private final CliModule.World world;
  private final Supplier<Show> show;

  @Parameters(paramLabel = "REV", description = "An id, a label, head, current ...")
  private String revision;

  EditCommand(CliModule.World world, Supplier<Show> show) {
    this.world = world;
    this.show = show;
  }

  @Override
  public Answer run() {
    List<String> files =
        show.get().of(revision).stream()
            .map(ListedRevision::header)
            .map(header -> header.location())
            .toList();
    if (files.isEmpty()) {
      throw new EditorException(
          revision.equals("current")
              ? "No current revisions"
              : "No revision files indicated by symbol '%s'".formatted(revision),
          "Name a revision that has a script.");
    }
    open(files);
    return Answer.silent(Json.object("paths", files));
  }

  private void open(List<String> files) {
    String editor = editor();
    // The shell splits what people put into EDITOR ("code --wait"); the files stay whole arguments.
    List<String> command = new ArrayList<>(List.of("sh", "-c", editor + " \"$@\"", editor));
    command.addAll(files);
    try {
      int status = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (status != 0) {
        throw new EditorException(
            "Error executing editor (%s ended with status %d)".formatted(editor, status),
            "Set EDITOR to a program that is installed.");
      }
    } catch (IOException failure) {
      throw new EditorException(
          "Error executing editor (%s)".formatted(failure.getMessage()),
          "Set EDITOR to a program that is installed.");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new EditorException(
          "Interrupted while %s was open".formatted(editor), "Open the script again.");
    }
  }

  /** Alembic's order: EDITOR before VISUAL. */
  private String editor() {
    Map<String, String> environment = world.environment();
    return Stream.of("EDITOR", "VISUAL")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElseThrow(() ->
            new EditorException(
                "Neither EDITOR nor VISUAL is set", "Set EDITOR, for example: EDITOR=nano."));
  }
}
