package io.limbeck.adapter.sql;

import io.limbeck.application.script.ScriptHeader;
import io.limbeck.domain.revision.BranchLabel;
import io.limbeck.domain.revision.InvalidNameException;
import io.limbeck.domain.revision.Revision;
import io.limbeck.domain.revision.RevisionId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Understands the lines of a header: the first is the message, some of the others name things. */
final class Header {
  private final Source source;
  private final List<HeaderText.Line> lines;
  private final Map<Key, HeaderText.Line> named = new EnumMap<>(Key.class);

  /** What a line of the header can say about the revision. */
  enum Key {
    REVISION_ID("Revision ID"),
    REVISES("Revises"),
    BRANCH_LABELS("Branch Labels"),
    DEPENDS_ON("Depends On"),
    CREATE_DATE("Create Date");

    private final String words;

    Key(String words) {
      this.words = words;
    }

    /** {@return the line that says {@code value}; without a blank at its end if that is empty} */
    String line(String value) {
      return "-- %s: %s".formatted(words, value).stripTrailing();
    }

    private static Optional<Key> of(HeaderText.Line line) {
      String name = line.text().substring(0, Math.max(0, line.text().indexOf(':'))).strip();
      return Arrays.stream(values()).filter(key -> key.words.equalsIgnoreCase(name)).findFirst();
    }
  }

  private Header(Source source, List<HeaderText.Line> lines) {
    this.source = source;
    this.lines = lines;
  }

  static ScriptHeader of(Source source) {
    List<HeaderText.Line> lines = HeaderText.of(source).lines();
    Header header = new Header(source, lines);
    lines.stream().skip(1).forEach(header::name);
    return header.understood();
  }

  private void name(HeaderText.Line line) {
    Key.of(line)
        .filter(key -> named.putIfAbsent(key, line) != null)
        .ifPresent(key -> {
          throw source.error(
              line.start(),
              "The header says '%s' twice.".formatted(key.words),
              "Keep one of the lines; separate several names by commas.");
        });
  }

  private ScriptHeader understood() {
    List<RevisionId> ids = names(Key.REVISION_ID, RevisionId::new);
    if (ids.size() != 1) {
      throw source.error(
          0,
          "The header names %s revision id.".formatted(ids.isEmpty() ? "no" : "more than one"),
          "Write a line -- Revision ID: ID, with one id, below the first line, which is the"
              + " message.");
    }
    Revision revision =
        new Revision(
            ids.getFirst(),
            names(Key.REVISES, RevisionId::new),
            names(Key.DEPENDS_ON, name -> new BranchLabel(name).value()),
            names(Key.BRANCH_LABELS, BranchLabel::new),
            lines.getFirst().text().strip());
    List<String> description = lines.stream().map(HeaderText.Line::text).toList();
    Optional<String> created =
        value(Key.CREATE_DATE).map(String::strip).filter(date -> !date.isEmpty());
    return new ScriptHeader(revision, description, created, source.location());
  }

  private Optional<String> value(Key key) {
    return Optional.ofNullable(named.get(key))
        .map(line -> line.text().substring(line.text().indexOf(':') + 1));
  }

  private <T> List<T> names(Key key, Function<String, T> parse) {
    String value = value(key).orElse("").strip();
    if (value.isEmpty()) {
      return List.of();
    }
    return Arrays.stream(value.split(",", -1)).map(name -> parsed(key, name, parse)).toList();
  }

  private <T> T parsed(Key key, String name, Function<String, T> parse) {
    try {
      return parse.apply(name.strip());
    } catch (InvalidNameException invalid) {
      HeaderText.Line line = named.get(key);
      int start = line == null ? 0 : line.start();
      throw source.error(start, "%s: %s".formatted(key.words, invalid.problem()), invalid.remedy());
    }
  }
}
