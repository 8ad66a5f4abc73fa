package io.limbeck.adapter.postgresql.schema;

import io.limbeck.domain.operation.Operation.ChangeIdentity;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Column.Identity;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Identity columns and serials, and the sequences behind them. */
final class Counting {
  private static final Map<String, String> SERIALS =
      Map.of("smallint", "smallserial", "integer", "serial", "bigint", "bigserial");

  private Counting() {}

  /** {@return whether a serial's sequence has to be made for itself} */
  static boolean needsSequence(Name table, Column column, Identity identity) {
    return identity.kind() == Identity.Kind.SERIAL && !isPlain(table, column, identity);
  }

  /** {@return whether the word {@code serial} says all} */
  private static boolean isPlain(Name table, Column column, Identity identity) {
    String type = column.type().sql();
    Name usual =
        new Name(table.namespace(), "%s_%s_seq".formatted(table.text(), column.name().text()));
    return column.notNull()
        && SERIALS.containsKey(type)
        && identity.options().equals("AS " + type)
        && identity.sequence().equals(usual);
  }

  /** {@return a serial as PostgreSQL wants it written; any other column as it is} */
  static Column asDefault(Name table, Column column) {
    Optional<Identity> serial =
        column.identity().filter(identity -> identity.kind() == Identity.Kind.SERIAL);
    if (serial.isEmpty()) {
      return column;
    }
    boolean plain = isPlain(table, column, serial.get());
    String type = column.type().sql();
    String word = plain ? SERIALS.getOrDefault(type, type) : type;
    return new Column(
        column.name(),
        new Expression(word, word),
        column.notNull(),
        plain ? Optional.empty() : Optional.of(next(serial.get())),
        Optional.empty(),
        column.collation());
  }

  private static Expression next(Identity serial) {
    return Deparsed.text("nextval(%s::regclass)".formatted(literal(serial.sequence())));
  }

  private static String literal(Name name) {
    return Identifiers.literal(Identifiers.quoted(name));
  }

  static String sequence(Identity serial) {
    return "CREATE SEQUENCE %s %s"
        .formatted(Identifiers.quoted(serial.sequence()), serial.options());
  }

  static String owned(Name table, Name column, Identity serial) {
    return "ALTER SEQUENCE %s OWNED BY %s.%s"
        .formatted(
            Identifiers.quoted(serial.sequence()),
            Identifiers.quoted(table),
            Identifiers.quoted(column));
  }

  /** A column that begins to count goes on behind the rows that are there. */
  static List<String> changed(ChangeIdentity change) {
    List<String> statements = new ArrayList<>();
    Optional<Identity> from = change.from();
    Optional<Identity> to = change.to();
    boolean stays =
        from.isPresent() && to.isPresent() && isSerial(from.get()) == isSerial(to.get());
    if (stays) {
      return altered(change, from.get(), to.get());
    }
    from.ifPresent(identity -> statements.addAll(removed(change, identity)));
    to.ifPresent(identity -> statements.addAll(added(change, identity)));
    return statements;
  }

  private static boolean isSerial(Identity identity) {
    return identity.kind() == Identity.Kind.SERIAL;
  }

  private static List<String> removed(ChangeIdentity change, Identity identity) {
    return isSerial(identity)
        ? List.of(
            alter(change, "DROP DEFAULT"),
            "DROP SEQUENCE " + Identifiers.quoted(identity.sequence()))
        : List.of(alter(change, "DROP IDENTITY"));
  }

  private static List<String> added(ChangeIdentity change, Identity identity) {
    List<String> statements = new ArrayList<>();
    if (isSerial(identity)) {
      statements.add(sequence(identity));
      statements.add(alter(change, "SET DEFAULT " + next(identity)));
      statements.add(owned(change.table(), change.column(), identity));
    } else {
      statements.add(alter(change, "ADD " + said(identity)));
    }
    String column = Identifiers.quoted(change.column());
    statements.add(
        "SELECT setval(pg_get_serial_sequence(%s, %s), max(%s)) FROM %s HAVING max(%s) > 0"
            .formatted(
                literal(change.table()),
                Identifiers.literal(change.column().text()),
                column,
                Identifiers.quoted(change.table()),
                column));
    return statements;
  }

  private static List<String> altered(ChangeIdentity change, Identity from, Identity to) {
    List<String> statements = new ArrayList<>();
    if (from.kind() != to.kind()) {
      statements.add(
          alter(
              change,
              "SET GENERATED " + (to.kind() == Identity.Kind.ALWAYS ? "ALWAYS" : "BY DEFAULT")));
    }
    if (!from.options().equals(to.options())) {
      statements.add(
          "ALTER SEQUENCE %s %s"
              .formatted(
                  Identifiers.quoted(from.sequence()), SequenceOptions.explicit(to.options())));
    }
    return statements;
  }

  private static String said(Identity identity) {
    String when = identity.kind() == Identity.Kind.ALWAYS ? "ALWAYS" : "BY DEFAULT";
    String options = identity.options().isEmpty() ? "" : " (%s)".formatted(identity.options());
    return "GENERATED %s AS IDENTITY%s".formatted(when, options);
  }

  private static String alter(ChangeIdentity change, String action) {
    return "ALTER TABLE %s ALTER COLUMN %s %s"
        .formatted(Identifiers.quoted(change.table()), Identifiers.quoted(change.column()), action);
  }
}
