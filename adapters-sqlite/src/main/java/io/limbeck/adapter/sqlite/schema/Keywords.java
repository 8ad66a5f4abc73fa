package io.limbeck.adapter.sqlite.schema;

import java.util.Locale;
import java.util.Set;

/**
 * <a href="https://sqlite.org/lang_keywords.html">The words that mean something to SQLite</a>. Many
 * name something all the same where nothing else could stand.
 */
final class Keywords {
  private static final Set<String> RESERVED =
      words(
          """
          ADD ALL ALTER AND AS AUTOINCREMENT BETWEEN CASE CHECK COLLATE COMMIT CONSTRAINT CREATE
          DEFAULT DEFERRABLE DELETE DISTINCT DROP ELSE ESCAPE EXISTS FOREIGN FROM GROUP HAVING IN
          INDEX INSERT INTO IS ISNULL JOIN LIMIT NOT NOTHING NOTNULL NULL ON OR ORDER PRIMARY
          REFERENCES RETURNING SELECT SET TABLE THEN TO TRANSACTION UNION UNIQUE UPDATE USING VALUES
          WHEN WHERE EXCEPT INTERSECT
          """);
  private static final Set<String> IN_EXPRESSIONS =
      words("CAST CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP FALSE RAISE TRUE");
  private static final Set<String> OTHERS =
      words(
          """
          ABORT ACTION AFTER ALWAYS ANALYZE ASC ATTACH BEFORE BEGIN BY CASCADE COLUMN CONFLICT CROSS
          CURRENT DATABASE DEFERRED DESC DETACH DO EACH END EXCLUDE EXCLUSIVE EXPLAIN FAIL FILTER
          FIRST FOLLOWING FOR FULL GENERATED GLOB GROUPS IF IGNORE IMMEDIATE INDEXED INITIALLY INNER
          INSTEAD KEY LAST LEFT LIKE MATCH MATERIALIZED NATURAL NO NULLS OF OFFSET OTHERS OUTER OVER
          PARTITION PLAN PRAGMA PRECEDING QUERY RANGE RECURSIVE REGEXP REINDEX RELEASE RENAME
          REPLACE RESTRICT RIGHT ROLLBACK ROW ROWS SAVEPOINT TEMP TEMPORARY TIES TRIGGER UNBOUNDED
          VACUUM VIEW VIRTUAL WINDOW WITH WITHOUT
          """);

  private Keywords() {}

  /** {@return whether the word can name nothing without quotes} */
  static boolean isReserved(String word) {
    return RESERVED.contains(word.toUpperCase(Locale.ROOT));
  }

  /** {@return whether the word names no column where an expression stands} */
  static boolean isReservedInExpressions(String word) {
    return isReserved(word) || IN_EXPRESSIONS.contains(word.toUpperCase(Locale.ROOT));
  }

  /** {@return whether the word means something anywhere} */
  static boolean contains(String word) {
    return isReservedInExpressions(word) || OTHERS.contains(word.toUpperCase(Locale.ROOT));
  }

  private static Set<String> words(String words) {
    return Set.of(words.strip().split("\\s+"));
  }
}
