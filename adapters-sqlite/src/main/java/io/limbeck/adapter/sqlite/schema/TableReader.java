package io.limbeck.adapter.sqlite.schema;

import io.limbeck.adapter.sql.Token;
import io.limbeck.adapter.sqlite.ddl.CreateIndex;
import io.limbeck.adapter.sqlite.ddl.Name;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a value of a table's definition and those of its indexes. */
final class TableReader {
  private final TableDefinition table;
  private final Map<Name, TableDefinition> all;
  private final Wording wording;

  /**
   * @param all every table of the database: a foreign key need not say which columns it references
   */
  TableReader(TableDefinition table, Map<Name, TableDefinition> all) {
    this.table = table;
    this.all = all;
    this.wording = Wording.in(table.name(), table::knows);
  }

  /**
   * @param indexes those that CREATE INDEX made on it
   */
  Table read(List<CreateIndex> indexes) {
    List<String> options = new ArrayList<>();
    if (table.strict()) {
      options.add("STRICT");
    }
    if (table.withoutRowid()) {
      options.add("WITHOUT ROWID");
    }
    return new Table(
        named(table.name()),
        new ColumnReader(table, wording).all(),
        new ConstraintReader(table, all, wording).all(),
        indexes.stream().map(this::index).toList(),
        options);
  }

  private Index index(CreateIndex index) {
    return new Index(
        named(index.name()),
        index.unique(),
        index.parts().stream().map(part -> part(part, index.sql())).toList(),
        index.where().map(where -> wording.expression(where.of(index.sql()))));
  }

  private Index.Part part(CreateIndex.Part part, String sql) {
    Expression key = wording.expression(part.key().of(sql));
    Optional<Name> column = column(key.sql());
    return new Index.Part(
        column.map(Wording::name).orElse(key),
        column
            .map(found -> table.otherCollation(found, part.collation()))
            .orElse(part.collation())
            .map(TableReader::named),
        part.descending());
  }

  /** {@return the column that an index's key is, if it is one; a string may name it too} */
  private Optional<Name> column(String key) {
    List<Token> tokens = Wording.tokens(key);
    Token first = tokens.getFirst();
    return tokens.size() == 1 && (first.isName() || first.kind() == Token.Kind.STRING)
        ? table.text().column(Name.of(first)).map(io.limbeck.adapter.sqlite.ddl.Column::name)
        : Optional.empty();
  }

  /** {@return a name as the schema has it} */
  static io.limbeck.domain.schema.Name named(Name name) {
    return new io.limbeck.domain.schema.Name(name.text());
  }
}
