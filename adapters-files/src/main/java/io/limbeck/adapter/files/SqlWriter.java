package io.limbeck.adapter.files;

import io.limbeck.application.database.UnusableDatabaseException;
import java.io.IOException;

/**
 * Writes statements, an empty line after each.
 *
 * @param transactions whether transactions are marked
 */
record SqlWriter(Appendable out, boolean transactions) {

  void statement(String sql) {
    write(sql + ";");
  }

  void comment(String text) {
    write("-- " + text);
  }

  /** {@return one that marks transactions} */
  SqlWriter withTransactions() {
    return new SqlWriter(out, true);
  }

  void begin() {
    if (transactions) {
      statement("BEGIN");
    }
  }

  void commit() {
    if (transactions) {
      statement("COMMIT");
    }
  }

  private void write(String text) {
    try {
      out.append(text).append("\n\n");
    } catch (IOException failure) {
      throw new UnusableDatabaseException(
          "The SQL cannot be written: %s.".formatted(Trouble.of(failure)),
          "Write it to a file with room for it.",
          failure);
    }
  }
}
