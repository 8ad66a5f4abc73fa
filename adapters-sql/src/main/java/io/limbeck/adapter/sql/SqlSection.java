package io.limbeck.adapter.sql;

import io.limbeck.application.script.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A section as tokens: its marker, and the statements up to the next marker. */
record SqlSection(Marker marker, List<SqlStatement> statements) {

  /**
   * {@return the sections of a script, in order}
   *
   * @param known the names of databases that may stand in a marker
   */
  static List<SqlSection> of(Source source, Set<String> known) {
    List<Token> tokens = Tokenizer.tokens(source);
    List<SqlSection> sections = new ArrayList<>();
    int at = nextMarker(source, tokens, 0);
    while (at < tokens.size()) {
      Marker marker = Marker.parse(source, tokens.get(at), known);
      int end = nextMarker(source, tokens, at + 1);
      sections.add(new SqlSection(marker, Splitter.split(source, tokens.subList(at + 1, end))));
      at = end;
    }
    return sections;
  }

  private static int nextMarker(Source source, List<Token> tokens, int from) {
    int at = from;
    while (at < tokens.size() && !Marker.isMarker(source, tokens.get(at))) {
      at++;
    }
    return at;
  }

  Section in(Source source) {
    return new Section(
        marker.direction(),
        marker.dialects(),
        marker.transactional(),
        statements.stream().map(statement -> statement.in(source)).toList());
  }
}
