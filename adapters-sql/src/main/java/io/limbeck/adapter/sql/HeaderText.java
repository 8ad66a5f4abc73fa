package io.limbeck.adapter.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * The comment lines before the first section.
 *
 * @param complete whether something follows them; if not, the text may have been cut inside
 */
record HeaderText(List<Line> lines, boolean complete) {

  /**
   * One line of it.
   *
   * @param text what follows the dashes and one blank
   * @param start the offset of the dashes
   */
  record Line(String text, int start) {}

  static HeaderText of(Source source) {
    String text = source.text();
    List<Line> lines = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (Tokenizer.isSpace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("--", at)) {
        int end = new Quotes(source, at).endOfLineComment();
        String comment = source.between(at, end);
        Tokenizer.refuseNul(source, at, end);
        if (Marker.isMarker(comment)) {
          return new HeaderText(lines, true);
        }
        lines.add(new Line(content(comment), at));
        at = end;
      } else if (text.startsWith("-", at) && at + 1 == text.length()) {
        at++; // the text was cut between two dashes
      } else {
        throw source.error(
            at,
            "Only comment lines may stand before the first section.",
            "Put SQL under a line -- migrate:upgrade, and begin the header's lines with --.");
      }
    }
    return new HeaderText(lines, false);
  }

  private static String content(String comment) {
    return comment.substring(comment.startsWith("-- ") ? 3 : 2).stripTrailing();
  }
}
