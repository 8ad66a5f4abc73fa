package io.limbeck.adapter.sql;

import io.limbeck.application.script.Statement;
import java.util.List;

/**
 * One statement as tokens.
 *
 * @param tokens without comments and without the semicolon that ends it; never empty
 */
record SqlStatement(List<Token> tokens) {

  /** {@return the statement as written, with the comments inside it} */
  Statement in(Source source) {
    int start = tokens.getFirst().start();
    return new Statement(source.between(start, tokens.getLast().end()), source.line(start));
  }
}
