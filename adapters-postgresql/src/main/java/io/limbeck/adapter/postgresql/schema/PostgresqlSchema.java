package io.limbeck.adapter.postgresql.schema;

import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads the schema of a PostgreSQL database from its catalogs, in a constant number of queries.
 * PostgreSQL keeps no texts of definitions but writes them when asked, so one thing has one
 * spelling however it was written. What belongs to an extension is left out.
 *
 * <p>Not read are names of NOT NULL constraints, NOT VALID, whether a trigger is enabled, where
 * things are stored, who owns them and who may use them; nor aggregates, operators, casts, rules,
 * policies, statistics, foreign tables, publications.
 */
public final class PostgresqlSchema {
  private PostgresqlSchema() {}

  /**
   * @param connection keeps its {@code search_path}
   * @param namespaces the schemas that are read, as PostgreSQL calls them; not empty. The names of
   *     what is in the first are given without it
   * @param hidden tables and views that are left out, with what belongs to them
   */
  public static Schema read(Connection connection, List<String> namespaces, Predicate<Name> hidden)
      throws SQLException {
    try (SearchPath path = SearchPath.set(connection, namespaces.getFirst())) {
      Catalog catalog = new Catalog(connection, namespaces, path.first());
      Relations relations = Relations.in(catalog, hidden);
      ColumnReader.read(catalog, relations);
      ConstraintReader.read(catalog, relations);
      List<Stored> stored = new ArrayList<>(catalog.namespaces());
      IndexReader.read(catalog, relations).forEach(stored::add);
      stored.addAll(relations.views());
      stored.addAll(SequenceReader.read(catalog));
      stored.addAll(TypeReader.read(catalog));
      stored.addAll(ProgramReader.read(catalog, relations));
      List<Table> tables = relations.tables();
      return new Schema(tables, stored);
    }
  }
}
