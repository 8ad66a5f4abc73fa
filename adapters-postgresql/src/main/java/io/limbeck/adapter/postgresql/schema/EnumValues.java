package io.limbeck.adapter.postgresql.schema;

import io.limbeck.domain.operation.Operation.ReplaceStored;
import io.limbeck.domain.schema.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Values that are added to an enum, which takes no rewriting of tables. */
final class EnumValues {
  private static final String AS_ENUM = " AS ENUM (";
  private static final Pattern VALUE = Pattern.compile("E?'(?:[^']|'')*+'");

  private EnumValues() {}

  /** {@return the statements; empty if more is changed than that values are added} */
  static Optional<List<String>> added(ReplaceStored replace) {
    Optional<List<String>> from = values(replace.from());
    Optional<List<String>> to = values(replace.to());
    return from.isEmpty() || to.isEmpty() || !keeps(from.get(), to.get())
        ? Optional.empty()
        : Optional.of(added(Identifiers.quoted(replace.to().name()), from.get(), to.get()));
  }

  private static boolean keeps(List<String> from, List<String> to) {
    return to.stream().filter(from::contains).toList().equals(from);
  }

  private static List<String> added(String type, List<String> from, List<String> to) {
    List<String> statements = new ArrayList<>();
    for (int i = 0; i < to.size(); i++) {
      if (!from.contains(to.get(i))) {
        // What stands behind is added later, or was there; what stands before is there already.
        String next = to.stream().skip(i + 1L).filter(from::contains).findFirst().orElse("");
        String place = next.isEmpty() ? "" : " BEFORE " + next;
        statements.add("ALTER TYPE %s ADD VALUE %s%s".formatted(type, to.get(i), place));
      }
    }
    return statements;
  }

  private static Optional<List<String>> values(Stored type) {
    String sql = type.definition().sql();
    int list = sql.indexOf(AS_ENUM);
    return type.kind() != Stored.Kind.TYPE || list < 0
        ? Optional.empty()
        : Optional.of(
            VALUE.matcher(sql.substring(list)).results().map(MatchResult::group).toList());
  }
}
