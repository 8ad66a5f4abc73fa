package io.limbeck.adapter.jpa;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** How names stand in SQL: with quotes where the mapping has them, and only there. */
record Spelling(Dialect dialect) {

  String name(Table table) {
    return Stream.of(
            Optional.ofNullable(table.getCatalogIdentifier()),
            Optional.ofNullable(table.getSchemaIdentifier()),
            Optional.of(table.getNameIdentifier()))
        .flatMap(Optional::stream)
        .map(part -> part.render(dialect))
        .collect(Collectors.joining("."));
  }

  /** {@return the columns' names in parentheses} */
  String list(Collection<Column> columns) {
    return columns.stream()
        .map(column -> column.getQuotedName(dialect))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** {@return what annotations add in SQL of their own, a blank before it; mostly nothing} */
  static String options(@Nullable String said) {
    return isSaid(said) ? " " + said : "";
  }

  static boolean isSaid(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
