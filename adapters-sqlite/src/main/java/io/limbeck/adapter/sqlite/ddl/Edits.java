package io.limbeck.adapter.sqlite.ddl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Changes to a text, by places in it as it is before all of them. Two words that come to touch are
 * set apart: {@code DEFAULT(1)} does not become {@code DEFAULT5}.
 */
final class Edits {
  private final List<Edit> edits = new ArrayList<>();

  private record Edit(Span span, String text) {}

  Edits replace(Span span, String text) {
    edits.add(new Edit(span, text));
    return this;
  }

  Edits remove(Span span) {
    return replace(span, "");
  }

  Edits insert(int at, String text) {
    return replace(new Span(at, at), text);
  }

  String appliedTo(String text) {
    return appliedTo(text, new Span(0, text.length()));
  }

  /** {@return the part of {@code text} that {@code whole} covers, with the changes in it} */
  String appliedTo(String text, Span whole) {
    StringBuilder changed = new StringBuilder();
    int at = whole.start();
    List<Edit> inOrder =
        edits.stream()
            .sorted(
                Comparator.comparingInt((Edit edit) -> edit.span().start())
                    .thenComparingInt(edit -> edit.span().end()))
            .toList();
    for (Edit edit : inOrder) {
      append(changed, text.substring(at, edit.span().start()));
      append(changed, edit.text());
      at = edit.span().end();
    }
    append(changed, text.substring(at, whole.end()));
    return changed.toString();
  }

  private static void append(StringBuilder text, String piece) {
    if (!text.isEmpty() && !piece.isEmpty() && wouldJoin(text.charAt(text.length() - 1), piece)) {
      text.append(' ');
    }
    text.append(piece);
  }

  private static boolean wouldJoin(char last, String next) {
    char first = next.charAt(0);
    return isPartOfWord(last) ? isPartOfWord(first) : last == first && "\"'`".indexOf(first) >= 0;
  }

  private static boolean isPartOfWord(char character) {
    return Character.isLetterOrDigit(character)
        || character == '_'
        || character == '$'
        || character >= 0x80;
  }
}
