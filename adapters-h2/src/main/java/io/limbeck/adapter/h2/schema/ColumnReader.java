package io.limbeck.adapter.h2.schema;

import io.limbeck.adapter.sql.Token;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Name;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads rows of {@code INFORMATION_SCHEMA.COLUMNS}. */
record ColumnReader(Types types, Wording wording) {

  Column column(ResultSet row) throws SQLException {
    DataType type = DataType.of(row);
    Optional<Column.Generated> generated =
        row.getString("IS_GENERATED").equals("ALWAYS")
            ? Optional.of(
                new Column.Generated(
                    wording.expression(row.getString("GENERATION_EXPRESSION")), true))
            : Optional.empty();
    return new Column(
        new Name(row.getString("COLUMN_NAME")),
        type(row, type),
        row.getString("IS_NULLABLE").equals("NO"),
        Optional.ofNullable(row.getString("COLUMN_DEFAULT")).map(sql -> value(sql, type)),
        generated,
        Optional.empty());
  }

  private Expression type(ResultSet row, DataType type) throws SQLException {
    String domain = row.getString("DOMAIN_NAME");
    if (domain != null) {
      return wording.expression(
          "%s.%s"
              .formatted(Wording.quoted(row.getString("DOMAIN_SCHEMA")), Wording.quoted(domain)));
    }
    Expression plain = types.of(Types.Owner.table(row.getString("TABLE_NAME")), type);
    String generation = row.getString("IDENTITY_GENERATION");
    return generation == null
        ? plain
        : wording.expression("%s GENERATED %s AS IDENTITY".formatted(plain, generation));
  }

  /** {@return a default; a number in quotes is the same to a column of numbers} */
  private Expression value(String sql, DataType type) {
    Expression value = wording.expression(sql);
    List<Token> tokens = Wording.tokens(sql);
    if (!type.isNumber() || tokens.size() != 1) {
      return value;
    }
    Token token = tokens.getFirst();
    return switch (token.kind()) {
      case STRING -> number(token.text().substring(1, token.text().length() - 1)).orElse(value);
      case NUMBER -> number(token.text()).orElse(value);
      default -> value;
    };
  }

  private static Optional<Expression> number(String text) {
    try {
      String plain = new BigDecimal(text.strip()).stripTrailingZeros().toPlainString();
      return Optional.of(new Expression(text.strip(), plain));
    } catch (NumberFormatException otherwise) {
      return Optional.empty();
    }
  }
}
