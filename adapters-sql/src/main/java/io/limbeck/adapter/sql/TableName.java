package io.limbeck.adapter.sql;

import io.limbeck.application.database.UnusableDatabaseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a table we keep: checked once, so that it may stand in SQL text.
 *
 * @param schema the database's default if empty
 */
public record TableName(Optional<String> schema, String name) {
  // Neither quotes nor braces: what passes can close no quote and is no placeholder to MyBatis.
  private static final Pattern SAFE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$ .-]{0,127}");
  // Without an underscore it could be a keyword, and is quoted; so no list of keywords is needed.
  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

  /**
   * @throws UnusableDatabaseException if a part is no name for a table
   */
  public TableName {
    check(name);
    schema.ifPresent(TableName::check);
  }

  /** {@return the name as it stands in SQL, with quotes where it may need them} */
  public String sql() {
    return schemaSql().map(found -> found + ".").orElse("") + quotedIfNeeded(name);
  }

  /** {@return the name of its schema as it stands in SQL} */
  public Optional<String> schemaSql() {
    return schema.map(TableName::schemaSql);
  }

  /** {@return the name as it stands in SQL, all of it in quotes} */
  public String quoted() {
    return schema.map(found -> quoted(found) + ".").orElse("") + quoted(name);
  }

  /** {@return the name of the table's primary key, as Alembic would name it} */
  public String keySql() {
    return quotedIfNeeded(name + "_pkc");
  }

  private static String quotedIfNeeded(String name) {
    return PLAIN.matcher(name).matches() && name.indexOf('_') >= 0 ? name : quoted(name);
  }

  // A schema is somebody else's: what was made without quotes must be found without them.
  private static String schemaSql(String name) {
    return PLAIN.matcher(name).matches() ? name : quoted(name);
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  private static void check(String name) {
    if (!SAFE.matcher(name).matches()) {
      throw new UnusableDatabaseException(
          "'%s' cannot be the name of a version table, a history table or their schema."
              .formatted(name),
          "Use 1 to 128 letters, digits, underscores, dashes and blanks, a letter first, for"
              + " version_table, history_table and version_table_schema.");
    }
  }
}
