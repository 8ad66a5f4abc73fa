package io.limbeck.adapter.sql;

import io.limbeck.application.script.Draft;
import io.limbeck.application.script.ScriptException;
import io.limbeck.application.script.ScriptFormat;
import io.limbeck.domain.revision.Revision;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a new script: its header, and its sections as far as they are written already. */
final class NewScript {
  private static final String NO_MESSAGE = "empty message"; // Alembic's words
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSxxx");

  private NewScript() {}

  /**
   * @param format reads back what is written: a message can hold lines that mean something
   * @throws ScriptException if the script would not be read as the draft's revision
   */
  static String text(Draft draft, ScriptFormat format) {
    String text = String.join("\n", lines(draft));
    Revision wanted = withFirstLine(draft.revision());
    if (!format.read(text, "the new script").revision().equals(wanted)) {
      throw new ScriptException(
          "The message of revision %s would be read as something else.".formatted(wanted.id()),
          "Leave out of it what means something in a script's header.");
    }
    return text;
  }

  private static List<String> lines(Draft draft) {
    Revision revision = draft.revision();
    List<String> lines = new ArrayList<>();
    messageLines(revision).forEach(line -> lines.add(("-- " + line).stripTrailing()));
    lines.add("--");
    lines.add(Header.Key.REVISION_ID.line(revision.id().value()));
    lines.add(Header.Key.REVISES.line(joined(revision.downRevisions())));
    if (!revision.branchLabels().isEmpty()) {
      lines.add(Header.Key.BRANCH_LABELS.line(joined(revision.branchLabels())));
    }
    if (!revision.dependencies().isEmpty()) {
      lines.add(Header.Key.DEPENDS_ON.line(joined(revision.dependencies())));
    }
    lines.add(Header.Key.CREATE_DATE.line(date(draft.created())));
    if (!draft.body().remark().isEmpty()) {
      lines.add("-- " + draft.body().remark());
    }
    lines.addAll(List.of("", "-- migrate:upgrade"));
    lines.addAll(section(draft.body().upgrade()));
    lines.addAll(List.of("", "-- migrate:downgrade"));
    lines.addAll(section(draft.body().downgrade()));
    lines.add("");
    return lines;
  }

  private static List<String> section(List<String> pieces) {
    return pieces.stream().map(sql -> sql.startsWith("--") ? sql : sql + ";").toList();
  }

  private static List<String> messageLines(Revision revision) {
    String message = revision.message().strip();
    return message.isEmpty() ? List.of(NO_MESSAGE) : message.lines().toList();
  }

  private static Revision withFirstLine(Revision revision) {
    return new Revision(
        revision.id(),
        revision.downRevisions(),
        revision.dependencies(),
        revision.branchLabels(),
        messageLines(revision).getFirst().strip());
  }

  private static String date(ZonedDateTime created) {
    boolean configured = created.getZone() instanceof ZoneOffset;
    return (configured ? WITH_OFFSET : LOCAL).format(created);
  }

  private static String joined(List<?> names) {
    return names.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
