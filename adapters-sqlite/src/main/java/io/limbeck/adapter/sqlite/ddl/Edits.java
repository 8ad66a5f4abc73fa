package io.limbeck.adapter.sqlite.ddl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes to a text, by places in it as it is before all of them. */
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
        edits.stream().sorted(Comparator.comparingInt(edit -> edit.span().start())).toList();
    for (Edit edit : inOrder) {
      changed.append(text, at, edit.span().start()).append(edit.text());
      at = edit.span().end();
    }
    return changed.append(text, at, whole.end()).toString();
  }
}
