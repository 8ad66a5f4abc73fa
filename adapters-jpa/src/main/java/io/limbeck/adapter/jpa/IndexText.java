package io.limbeck.adapter.jpa;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

/** The indexes of a table, the unique ones included. One without a name has Hibernate's. */
record IndexText(Table table, Spelling spelling) {

  /** {@return CREATE INDEX for each, in alphabetical order} */
  List<String> create() {
    Stream<String> plain = table.getIndexes().values().stream().map(this::create);
    Stream<String> unique =
        table.getUniqueKeys().values().stream()
            .filter(key -> Naming.isIndex(key.getName()))
            .map(this::create);
    return Stream.concat(plain, unique).sorted().toList();
  }

  private String create(Index index) {
    return create(
        index.isUnique(),
        index.getQuotedName(spelling.dialect()),
        parts(index.getSelectables(), index.getSelectableOrderMap()),
        index.getOptions());
  }

  private String create(UniqueKey key) {
    return create(
        true,
        Naming.given(key.getName()).orElseThrow(),
        parts(key.getColumns(), key.getColumnOrderMap()),
        key.getOptions());
  }

  private String create(boolean unique, String name, String parts, String options) {
    return "CREATE %sINDEX %s ON %s (%s)%s"
        .formatted(
            unique ? "UNIQUE " : "", name, spelling.name(table), parts, Spelling.options(options));
  }

  private String parts(List<? extends Selectable> parts, Map<? extends Selectable, String> order) {
    return parts.stream()
        .map(part ->
            part.getText(spelling.dialect())
                + Spelling.options(order.get(part)).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
