package io.limbeck.adapter.sqlite.ddl;

import io.limbeck.adapter.sql.Token;

/**
 * Puts columns and constraints into a list of them, and takes them out, with a comma each; the
 * layout of the others goes on.
 */
final class Items {
  private final String sql;
  private final Layout layout;

  Items(String sql, Layout layout) {
    this.sql = sql;
    this.layout = layout;
  }

  /** {@return what puts an item behind {@code previous}} */
  Edits withBehind(Span previous, String definition) {
    Token before = layout.previous(previous.start());
    Token after = layout.next(previous.end());
    if (isComma(before) && layout.leads(before)) {
      return withLedBy(before, previous, definition);
    }
    if (isComma(after) && layout.leads(after)) {
      return withLedBy(after, previous, definition);
    }
    int end = layout.endOfLine(isComma(after) ? after.end() : previous.end());
    String indentation = layout.indentation(previous.start());
    boolean lineComment = sql.substring(previous.end(), end).contains("--");
    String lead = indentation.isEmpty() ? (lineComment ? layout.lineEnd() : " ") : indentation;
    Edits edits = new Edits();
    if (isComma(after)) {
      edits.insert(end, lead + definition + ",");
    } else if (indentation.isEmpty() && !lineComment) {
      edits.insert(end, "," + lead + definition);
    } else {
      edits.insert(previous.end(), ",").insert(end, lead + definition);
    }
    return edits;
  }

  /** Where commas begin the lines, the new one does. */
  private Edits withLedBy(Token comma, Span previous, String definition) {
    String space = sql.substring(comma.end(), layout.endOfSpace(comma.end()));
    String lead = layout.indentation(comma.start()) + "," + space;
    return new Edits().insert(layout.endOfLine(previous.end()), lead + definition);
  }

  /** {@return what takes an item out, with the comments on its line} */
  Edits without(Span item) {
    Token before = layout.previous(item.start());
    Token after = layout.next(item.end());
    if (isComma(after)) {
      if (isComma(before)) {
        return layout.leads(before)
            ? withoutLine(before.start(), item.end())
            : withoutLine(item.start(), after.end());
      }
      return withoutFirst(item, after);
    }
    if (!after.text().equals(")") || !isComma(before)) {
      return withoutLine(item.start(), item.end());
    }
    if (layout.leads(before)) {
      return withoutLine(before.start(), item.end());
    }
    int end = layout.endOfLine(item.end());
    return new Edits()
        .remove(new Span(before.start(), before.end()))
        .remove(new Span(layout.startOfSpace(item.start(), end), end));
  }

  /** Takes out what stands between two places, with the comments behind it on its line. */
  private Edits withoutLine(int from, int to) {
    int end = layout.endOfLine(to);
    return new Edits().remove(new Span(layout.startOfSpace(from, end), end));
  }

  /** Takes out the first item: the second moves up where one stands beside the parenthesis. */
  private Edits withoutFirst(Span item, Token comma) {
    boolean ownLine = !layout.indentation(item.start()).isEmpty();
    return ownLine && !layout.leads(comma)
        ? withoutLine(item.start(), comma.end())
        : new Edits()
            .remove(new Span(item.start(), layout.endOfSpace(layout.endOfLine(comma.end()))));
  }

  private static boolean isComma(Token token) {
    return token.kind() == Token.Kind.OPERATOR && token.text().equals(",");
  }
}
