package io.limbeck.adapter.postgresql.schema;

import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the catalogs about the schemas that are read. */
final class Catalog {
  // Beside the first, which is there in every database or is made by whoever owns it.
  private static final String NAMESPACES =
      "SELECT nspname FROM pg_namespace n WHERE nspname = ANY (?) AND NOT "
          + ofExtension("pg_namespace", "n");

  private final Connection connection;
  private final List<String> namespaces;
  private final String first;

  Catalog(Connection connection, List<String> namespaces, String first) {
    this.connection = connection;
    this.namespaces = namespaces;
    this.first = first;
  }

  /** What is done with each row of an answer. */
  interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  /** {@return a condition: whether a row of a catalog came with an extension} */
  static String ofExtension(String catalog, String alias) {
    return """
    EXISTS (
      SELECT FROM pg_depend e
      WHERE e.classid = '%s'::regclass AND e.objid = %s.oid AND e.deptype = 'e')
    """
        .formatted(catalog, alias);
  }

  /**
   * @param query its one parameter are the names of the schemas
   */
  void forEach(String query, Reader reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setArray(1, connection.createArrayOf("text", namespaces.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }

  /** {@return the name of something, without its schema if that is the first} */
  Name name(String namespace, String text) {
    return namespace.equals(first) ? new Name(text) : new Name(namespace, text);
  }

  /** {@return the schemas but for the first} */
  List<Stored> namespaces() throws SQLException {
    List<Stored> found = new ArrayList<>();
    forEach(
        NAMESPACES,
        row -> {
          String name = row.getString(1);
          if (!name.equals(first)) {
            found.add(
                new Stored(
                    Stored.Kind.NAMESPACE,
                    new Name(name),
                    Deparsed.text("CREATE SCHEMA " + Identifiers.quoted(name))));
          }
        });
    return found;
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    Optional<java.sql.Array> array = Optional.ofNullable(row.getArray(column));
    return array.isEmpty() ? List.of() : List.of((String[]) array.get().getArray());
  }

  static List<Name> names(ResultSet row, String column) throws SQLException {
    return texts(row, column).stream().map(Name::new).toList();
  }
}
