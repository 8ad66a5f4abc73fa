package io.limbeck.adapter.sqlite.alter;

/** Is told how an ALTER TABLE is carried out, while it is. */
public interface AlterListener {

  /**
   * It is known which way one statement, or a part of it, goes.
   *
   * @param table with its schema where that is not main
   * @param why as the end of a sentence; empty where it goes without saying
   */
  default void decided(String table, Way way, String why) {}

  /** A whole statement was carried out that SQLite's own grammar has as well, word for word. */
  default void understood(String statement) {}

  /** A statement is executed that stands for the ALTER TABLE, or for a part of it. */
  default void instead(String statement) {}

  /** So many of a table's rows are copied. */
  default void copied(String table, long rows, long of) {}

  /** {@return one that does not listen} */
  static AlterListener none() {
    return new AlterListener() {};
  }
}
