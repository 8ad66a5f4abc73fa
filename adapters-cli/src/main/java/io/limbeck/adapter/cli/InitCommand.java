package io.limbeck.adapter.cli;

import io.limbeck.application.document.Document;
import io.limbeck.application.script.Scaffold;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "init",
    description = "Makes a configuration file and a folder for scripts.",
    abbreviateSynopsis = true)
final class InitCommand implements LimbeckCommand {
  private final Supplier<Scaffold> scaffold;

  @Parameters(paramLabel = "DIRECTORY", description = "The folder; must not exist, or be empty.")
  private Path directory;

  InitCommand(Supplier<Scaffold> scaffold) {
    this.scaffold = scaffold;
  }

  @Override
  public Answer run() {
    List<Scaffold.Item> items = scaffold.get().create(directory);
    List<String> lines = new ArrayList<>();
    for (Scaffold.Item item : items) {
      lines.add(
          switch (item.kind()) {
            case DIRECTORY_CREATED -> "Creating directory %s ...  done".formatted(item.path());
            case FILE_CREATED -> "Generating %s ...  done".formatted(item.path());
            case FILE_KEPT -> "File %s already exists, skipping".formatted(item.path());
          });
    }
    lines.add("Next: set sqlalchemy.url there, and write a first script with 'limbeck revision'.");
    return Answer.of(
        lines,
        Document.object(
            "items",
            items.stream()
                .map(item ->
                    Document.object(
                        "path", item.path().toString(),
                        "kind", item.kind().name().toLowerCase(Locale.ROOT)))
                .toList()));
  }
}
