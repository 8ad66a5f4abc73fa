package io.limbeck.adapter.sqlite.ddl;

import java.util.List;
import java.util.Optional;

/**
 * An ALTER TABLE statement in standard SQL, as PostgreSQL spells it.
 *
 * @param schema as written before the table's name
 * @param ifExists whether a table that is not there is no error
 * @param actions in the order of the text; not empty
 */
public record AlterTable(
    Optional<Name> schema, Name table, boolean ifExists, List<Action> actions) {

  /**
   * {@return what {@code sql} asks for; empty if it is another statement}
   *
   * @throws NotUnderstoodException if it is an ALTER TABLE statement, but none that is understood
   */
  public static Optional<AlterTable> parse(String sql) throws NotUnderstoodException {
    Reader reader = new Reader("ALTER TABLE", sql);
    if (!reader.takes("ALTER", "TABLE")) {
      return Optional.empty();
    }
    boolean ifExists = reader.takes("IF", "EXISTS");
    Name table = reader.name("the name of a table");
    Optional<Name> schema = Optional.empty();
    if (reader.takes(".")) {
      schema = Optional.of(table);
      table = reader.name("the name of a table");
    }
    List<Action> actions = new Actions(reader).all();
    return Optional.of(new AlterTable(schema, table, ifExists, actions));
  }

  /** {@return whether SQLite's own grammar has the statement as well, word for word} */
  public boolean isSqlites() {
    if (ifExists || actions.size() > 1) {
      return false;
    }
    return switch (actions.getFirst()) {
      case Action.RenameTable rename -> true;
      case Action.RenameColumn rename -> true;
      case Action.AddColumn add -> !add.ifNotExists() && add.sql().endsWith(add.definition());
      default -> false;
    };
  }
}
