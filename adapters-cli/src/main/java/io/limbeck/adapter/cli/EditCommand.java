package io.limbeck.adapter.cli;

import io.limbeck.application.document.Document;
import io.limbeck.application.history.ListedRevision;
import io.limbeck.application.history.Show;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "edit",
    description = "Opens scripts in $EDITOR or $VISUAL.",
    abbreviateSynopsis = true)
final class EditCommand implements LimbeckCommand {
  private static final List<String> USUAL =
      List.of("sensible-editor", "editor", "nano", "vim", "code");

  // What a shell reports of a program that it cannot run, or cannot find.
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  private final CliModule.World world;
  private final GlobalOptions options;
  private final Supplier<Show> show;

  @Parameters(paramLabel = "REV", description = "An id, a label, head, current ...")
  private String revision;

  EditCommand(CliModule.World world, GlobalOptions options, Supplier<Show> show) {
    this.world = world;
    this.options = options;
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
    return Answer.silent(Document.object("paths", files));
  }

  private void open(List<String> files) {
    String editor = editor();
    // The shell splits what people put into EDITOR ("code --wait"); the files stay whole arguments.
    // With --json standard output is for the document, so the editor gets standard error.
    String command = editor + " \"$@\"" + (options.json() ? " >&2" : "");
    List<String> words = new ArrayList<>(List.of("sh", "-c", command, editor));
    words.addAll(files);
    ProcessBuilder process = new ProcessBuilder(words).inheritIO();
    process.environment().clear();
    process.environment().putAll(world.environment());
    try {
      int status = process.start().waitFor();
      if (status != 0) {
        throw new EditorException(
            "Error executing editor (%s ended with status %d)".formatted(editor, status),
            status == NOT_EXECUTABLE || status == NOT_FOUND
                ? "Set EDITOR to a program that is installed."
                : "Open the script again, or set EDITOR to another program.");
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

  /** Alembic's order: EDITOR before VISUAL, then what is installed. */
  private String editor() {
    return Stream.of("EDITOR", "VISUAL")
        .map(name -> world.environment().getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .findFirst()
        .or(() -> USUAL.stream().filter(this::isInstalled).findFirst())
        .orElseThrow(() ->
            new EditorException(
                "Neither EDITOR nor VISUAL is set, and none of %s is installed"
                    .formatted(String.join(", ", USUAL)),
                "Set EDITOR, for example: EDITOR=nano."));
  }

  private boolean isInstalled(String program) {
    String path = world.environment().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
