package io.limbeck.adapter.h2.schema;

import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the comments on tables, views and their columns. */
final class CommentReader {
  private final Wording wording;
  private final List<Stored> comments = new ArrayList<>();

  CommentReader(Wording wording) {
    this.wording = wording;
  }

  /**
   * @param kind the word for what is called so
   * @param text null for none
   */
  void add(String kind, String name, @Nullable String text) {
    add(new Name(name), kind + " " + Wording.quoted(name), text);
  }

  void addOfColumn(String table, String column, @Nullable String text) {
    add(
        new Name(table),
        "COLUMN %s.%s".formatted(Wording.quoted(table), Wording.quoted(column)),
        text);
  }

  private void add(Name name, String subject, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      String definition = "COMMENT ON %s IS '%s'".formatted(subject, text.replace("'", "''"));
      comments.add(
          new Stored(
              Stored.Kind.COMMENT,
              name,
              wording.expression(subject).sql(),
              wording.statement(definition)));
    }
  }

  List<Stored> comments() {
    return List.copyOf(comments);
  }
}
