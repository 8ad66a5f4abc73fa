package io.limbeck.adapter.sql;

import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Column.Identity;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.Check;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Constraint.Particulars;
import io.limbeck.domain.schema.Constraint.PrimaryKey;
import io.limbeck.domain.schema.Constraint.Unique;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What CREATE and ALTER statements are made of. */
final class Clauses {
  private static final Set<String> VALUES =
      Set.of("NULL", "TRUE", "FALSE", "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP");

  private static final String NULLS_EQUAL = " NULLS NOT DISTINCT";

  private final Function<Name, String> names;
  private final Function<Expression, String> values;
  private final Function<Column.Generated, String> keeping;

  /**
   * @param names writes a name as SQL
   * @param values writes what stands behind DEFAULT
   * @param keeping the word for how a column is computed; empty for none
   */
  Clauses(
      Function<Name, String> names,
      Function<Expression, String> values,
      Function<Column.Generated, String> keeping) {
    this.names = names;
    this.values = values;
    this.keeping = keeping;
  }

  String column(Column column) {
    StringBuilder sql = new StringBuilder(names.apply(column.name()));
    if (!column.type().sql().isEmpty()) {
      sql.append(' ').append(column.type());
    }
    column.collation().ifPresent(collation -> sql.append(" COLLATE ").append(sql(collation)));
    column
        .generated()
        .ifPresent(generated ->
            sql.append(
                " GENERATED ALWAYS AS (%s) %s"
                    .formatted(generated.expression(), keeping.apply(generated))
                    .stripTrailing()));
    column.defaultValue().ifPresent(value -> sql.append(" DEFAULT ").append(values.apply(value)));
    column.identity().ifPresent(identity -> sql.append(' ').append(counting(identity)));
    if (column.notNull()) {
      sql.append(" NOT NULL");
    }
    return sql.toString();
  }

  /** {@return how a column counts, in the standard's words} */
  static String counting(Identity identity) {
    String when = identity.kind() == Identity.Kind.ALWAYS ? "ALWAYS" : "BY DEFAULT";
    String options = identity.options().isEmpty() ? "" : " (%s)".formatted(identity.options());
    return "GENERATED %s AS IDENTITY%s".formatted(when, options);
  }

  /** {@return what can stand behind DEFAULT anywhere: all but a plain value in parentheses} */
  static String inParentheses(Expression value) {
    List<Token> tokens = tokens(value);
    Token last = tokens.getLast();
    boolean signed = tokens.size() == 2 && tokens.getFirst().text().matches("[+-]");
    boolean plain =
        switch (last.kind()) {
          case NUMBER -> tokens.size() == 1 || signed;
          case STRING, BLOB -> tokens.size() == 1;
          case WORD -> tokens.size() == 1 && VALUES.contains(last.text().toUpperCase(Locale.ROOT));
          default -> false;
        };
    return plain ? value.sql() : "(" + value + ")";
  }

  /** {@return a constraint as an item of a table} */
  String constraint(Constraint constraint, Name name) {
    return "CONSTRAINT %s %s".formatted(sql(name), body(constraint));
  }

  /** {@return a primary key of one column as it stands beside it, counting up} */
  String besideColumn(PrimaryKey key, Name name) {
    return "CONSTRAINT %s PRIMARY KEY%s AUTOINCREMENT"
        .formatted(sql(name), onConflict(key.particulars()));
  }

  String index(Name table, Index index) {
    Index.Particulars particulars = index.particulars();
    return "CREATE %sINDEX %s ON %s%s (%s)%s%s%s%s"
        .formatted(
            index.unique() ? "UNIQUE " : "",
            sql(index.name()),
            sql(table),
            particulars.method().map(method -> " USING " + sql(method)).orElse(""),
            index.parts().stream().map(this::part).collect(Collectors.joining(", ")),
            included(particulars.included()),
            particulars.nullsEqual() ? NULLS_EQUAL : "",
            particulars.storage().isEmpty()
                ? ""
                : " WITH (%s)".formatted(String.join(", ", particulars.storage())),
            index.where().map(where -> " WHERE " + where).orElse(""));
  }

  private String body(Constraint constraint) {
    return switch (constraint) {
      case PrimaryKey key ->
          "PRIMARY KEY (%s%s)%s%s%s"
              .formatted(
                  columns(key.columns(), key.particulars()),
                  key.autoincrement() ? " AUTOINCREMENT" : "",
                  included(key.particulars().included()),
                  onConflict(key.particulars()),
                  deferral(key.particulars().deferral()));
      case Unique unique ->
          "UNIQUE%s (%s)%s%s%s"
              .formatted(
                  unique.particulars().nullsEqual() ? NULLS_EQUAL : "",
                  columns(unique.columns(), unique.particulars()),
                  included(unique.particulars().included()),
                  onConflict(unique.particulars()),
                  deferral(unique.particulars().deferral()));
      case ForeignKey reference -> body(reference);
      case Check check -> "CHECK (%s)".formatted(check.condition());
      case Constraint.Other other -> other.definition().sql();
    };
  }

  private String body(ForeignKey reference) {
    StringBuilder sql = new StringBuilder();
    sql.append("FOREIGN KEY (%s) REFERENCES ".formatted(joined(reference.columns())));
    sql.append(sql(reference.parent()));
    if (!reference.parentColumns().isEmpty()) {
      sql.append(" (%s)".formatted(joined(reference.parentColumns())));
    }
    if (reference.full()) {
      sql.append(" MATCH FULL");
    }
    if (reference.onDelete() != Constraint.Action.NO_ACTION) {
      sql.append(" ON DELETE ").append(reference.onDelete().sql());
    }
    if (reference.onUpdate() != Constraint.Action.NO_ACTION) {
      sql.append(" ON UPDATE ").append(reference.onUpdate().sql());
    }
    return sql.append(deferral(reference.deferral())).toString();
  }

  private static String deferral(Constraint.Deferral deferral) {
    return switch (deferral) {
      case NOT_DEFERRABLE -> "";
      case INITIALLY_IMMEDIATE -> " DEFERRABLE INITIALLY IMMEDIATE";
      case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
    };
  }

  private String included(List<Name> columns) {
    return columns.isEmpty() ? "" : " INCLUDE (%s)".formatted(joined(columns));
  }

  private String columns(List<Name> columns, Particulars particulars) {
    return columns.stream()
        .map(column -> sql(column) + particulars.of(column).map(this::manner).orElse(""))
        .collect(Collectors.joining(", "));
  }

  private String manner(Particulars.KeyColumn column) {
    return column.collation().map(collation -> " COLLATE " + sql(collation)).orElse("")
        + (column.descending() ? " DESC" : "");
  }

  private static String onConflict(Particulars particulars) {
    return particulars.onConflict().map(word -> " ON CONFLICT " + word).orElse("");
  }

  private String part(Index.Part part) {
    return (isColumnOrCall(part.key()) ? part.key().sql() : "(" + part.key() + ")")
        + part.collation().map(collation -> " COLLATE " + sql(collation)).orElse("")
        + part.operators().map(operators -> " " + operators).orElse("")
        + (part.descending() ? " DESC" : "")
        + part.nulls().map(place -> " NULLS " + place).orElse("");
  }

  /** Every other expression stands in parentheses in an index. */
  private static boolean isColumnOrCall(Expression key) {
    List<Token> tokens = tokens(key);
    if (!tokens.getFirst().isName() || tokens.size() == 1) {
      return tokens.getFirst().isName();
    }
    int depth = 0;
    for (Token token : tokens.subList(1, tokens.size() - 1)) {
      depth += token.text().equals("(") ? 1 : token.text().equals(")") ? -1 : 0;
      if (depth <= 0) {
        return false;
      }
    }
    return tokens.getLast().text().equals(")");
  }

  private static List<Token> tokens(Expression expression) {
    return Tokenizer.tokens(Source.of(expression.sql(), ""));
  }

  private String joined(List<Name> columns) {
    return columns.stream().map(names).collect(Collectors.joining(", "));
  }

  private String sql(Name name) {
    return names.apply(name);
  }
}
