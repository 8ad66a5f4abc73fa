package io.limbeck.adapter.cli;

import io.limbeck.application.copy.Copied;
import io.limbeck.application.copy.Copy;
import io.limbeck.application.copy.CopyPlan;
import io.limbeck.application.copy.CopyPlan.TableCopy;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.application.document.CopyDocument;
import io.limbeck.domain.diff.Selection;
import io.limbeck.domain.schema.Name;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "copy",
    description = "Copies the rows into another database at the same revision, and compares.",
    abbreviateSynopsis = true)
final class CopyCommand implements LimbeckCommand {
  private static final String VARIABLE = "LIMBECK_TO_URL";

  private final CliModule.World world;
  private final Messages messages;
  private final Function<DatabaseUrl, Copy> copies;
  private final Supplier<Database> source;

  @Option(
      names = "--to",
      paramLabel = "URL",
      description =
          "Database to copy to; default: $LIMBECK_TO_URL, where no process list shows a password.")
  private @Nullable String to;

  @Option(
      names = "--tables",
      paramLabel = "PATTERN",
      split = ",",
      description = "Only these tables; * is any text, ? one character. May be repeated.")
  private List<String> tables = new ArrayList<>();

  @Option(names = "--dry-run", description = "Shows what would be copied, in which order.")
  private boolean dryRun;

  CopyCommand(
      CliModule.World world,
      Messages messages,
      Function<DatabaseUrl, Copy> copies,
      Supplier<Database> source) {
    this.world = world;
    this.messages = messages;
    this.copies = copies;
    this.source = source;
  }

  @Override
  public Answer run() {
    Copy copy = copies.apply(DatabaseUrl.parse(url()));
    Selection selection = new Selection(tables, List.of());
    Answer answer = dryRun ? planned(copy, selection) : run(copy, selection);
    return answer.about(source.get());
  }

  private String url() {
    return Optional.ofNullable(to)
        .or(() -> Optional.ofNullable(world.environment().get(VARIABLE)))
        .filter(url -> !url.isBlank())
        .orElseThrow(() ->
            new UsageException(
                "No database to copy to is named",
                "Name it with --to, or in the variable %s.".formatted(VARIABLE)));
  }

  private Answer run(Copy copy, Selection selection) {
    long start = System.nanoTime();
    Copied copied;
    try (CopyLines lines = new CopyLines(messages)) {
      copied = copy.run(selection, lines);
    }
    copied.notes().forEach(messages::info);
    messages.info(
        "%s now holds what %s does: %s in %s, %s copied now (%s)."
            .formatted(
                copy.targetName(),
                copy.sourceName(),
                CopyLines.rows(copied.rows()),
                counted(copied.tables().size()),
                CopyLines.number(copied.copied()),
                RunProgress.inWords(Duration.ofNanos(System.nanoTime() - start))));
    List<String> lines =
        Columns.aligned(
            copied.tables().stream()
                .map(table ->
                    List.of(
                        table.table().toString(),
                        CopyLines.rows(table.content().rows()),
                        table.content().toString()))
                .toList());
    return Answer.of(lines, CopyDocument.of(copied, copy.targetName()));
  }

  private Answer planned(Copy copy, Selection selection) {
    CopyPlan plan = copy.plan(selection);
    plan.notes().forEach(messages::info);
    messages.info(
        "Would copy %s in %s from %s to %s."
            .formatted(
                CopyLines.rows(plan.rows()),
                counted(plan.tables().size()),
                copy.sourceName(),
                copy.targetName()));
    List<String> lines = Columns.aligned(plan.tables().stream().map(CopyCommand::inWords).toList());
    return Answer.of(lines, CopyDocument.of(plan, copy.targetName()));
  }

  private static List<String> inWords(TableCopy table) {
    List<String> words = new ArrayList<>();
    if (table.there() > 0) {
      words.add("%s there".formatted(CopyLines.rows(table.there())));
    }
    if (!table.later().isEmpty()) {
      words.add(
          "at last %s"
              .formatted(table.later().stream().map(Name::text).collect(Collectors.joining(", "))));
    }
    return List.of(table.name().toString(), CopyLines.rows(table.rows()), String.join("; ", words));
  }

  private static String counted(int tables) {
    return tables == 1 ? "1 table" : tables + " tables";
  }
}
