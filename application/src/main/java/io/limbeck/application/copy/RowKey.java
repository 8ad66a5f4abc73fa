package io.limbeck.application.copy;

import io.limbeck.domain.row.Value;
import io.limbeck.domain.schema.Constraint.PrimaryKey;
import io.limbeck.domain.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Which row it is, in words. */
public final class RowKey {
  private RowKey() {}

  /**
   * {@return for example {@code the row with id = 7} or, without a key, {@code row 12}}
   *
   * @param row the values of the extract's fields, as far as they are known
   * @param number which it is, counted from 1; empty if that is not known
   */
  public static String of(Rows.Extract extract, List<Value> row, OptionalLong number) {
    List<Name> key = extract.table().primaryKey().map(PrimaryKey::columns).orElse(List.of());
    List<String> parts = new ArrayList<>();
    for (int index = 0; index < row.size(); index++) {
      Name column = extract.fields().get(index).column();
      if (key.contains(column)) {
        parts.add("%s = %s".formatted(column, row.get(index)));
      }
    }
    if (parts.size() == key.size() && !parts.isEmpty()) {
      return "the row with " + String.join(", ", parts);
    }
    return number.isPresent() ? "row %d".formatted(number.getAsLong()) : "a row";
  }
}
