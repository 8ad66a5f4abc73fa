package io.limbeck.adapter.h2.schema;

import io.limbeck.adapter.sql.Spelling;
import io.limbeck.adapter.sql.StandardDialect;
import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.operation.Operation.ChangeIdentity;
import io.limbeck.domain.operation.Operation.ReplaceStored;
import io.limbeck.domain.schema.Column.Identity;
import io.limbeck.domain.schema.Stored;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The SQL of scripts for H2: the standard's, and H2's own for what only it has. */
public final class H2Dialect extends StandardDialect {
  private static final Pattern NULLS_EQUAL =
      Pattern.compile("^CREATE UNIQUE (INDEX .*) NULLS NOT DISTINCT$");

  private H2Dialect(Folding folding) {
    super(spelling(new H2Names(folding)));
  }

  // Every column that is computed is stored, and H2 knows no word for it.
  private static Spelling spelling(H2Names names) {
    return Spelling.standard(names::spelled).withMadeUp(names::madeUp).withKeeping(generated -> "");
  }

  /** {@return the dialect for a database that is open} */
  public static H2Dialect of(DatabaseMetaData database) throws SQLException {
    return of(Folding.of(database));
  }

  public static H2Dialect of(Folding folding) {
    return new H2Dialect(folding);
  }

  @Override
  public List<String> render(Operation operation) {
    return switch (operation) {
      case ChangeIdentity change -> identity(change);
      case ReplaceStored(Stored from, Stored to, List<Operation> aside)
          when to.kind() == Stored.Kind.SEQUENCE ->
          sequence(from, to);
      default ->
          super.render(operation).stream()
              .map(sql ->
                  NULLS_EQUAL.matcher(sql).replaceFirst("CREATE UNIQUE NULLS NOT DISTINCT $1"))
              .toList();
    };
  }

  /** A column that begins to count goes on behind the rows that are there. */
  private List<String> identity(ChangeIdentity change) {
    Optional<Identity> to = change.to();
    if (to.isEmpty()) {
      return alter(change, "DROP IDENTITY");
    }
    List<String> statements = new ArrayList<>();
    Optional<Identity> from = change.from();
    if (from.map(Identity::kind).filter(to.get().kind()::equals).isEmpty()) {
      boolean always = to.get().kind() == Identity.Kind.ALWAYS;
      statements.addAll(alter(change, "SET GENERATED " + (always ? "ALWAYS" : "BY DEFAULT")));
    }
    String options = to.get().options();
    String here = from.map(Identity::options).orElse("");
    String changed = Counter.change(here, options, "SET ");
    if (!changed.isEmpty()) {
      // It has not counted yet, and where it would begin must be within its limits.
      boolean begins = from.isEmpty();
      statements.addAll(
          alter(
              change,
              begins ? "RESTART WITH %s ".formatted(Counter.start(options)) + changed : changed));
    }
    if (from.isEmpty() && Counter.countsUp(options)) {
      statements.addAll(alter(change, restart(change, Counter.start(options))));
    }
    return statements;
  }

  private String restart(ChangeIdentity change, String start) {
    return "RESTART WITH (SELECT GREATEST(COALESCE(MAX(%s) + 1, %s), %2$s) FROM %s)"
        .formatted(sql(change.column()), start, sql(change.table()));
  }

  private List<String> alter(ChangeIdentity change, String action) {
    return alterColumn(change.table(), change.column(), action);
  }

  /** A sequence goes on where it is, unless it gets another type. */
  private List<String> sequence(Stored from, Stored to) {
    String here = from.definition().sql();
    String wanted = to.definition().sql();
    if (!type(here).equals(type(wanted))) {
      return List.of("DROP SEQUENCE " + sql(from.name()), wanted);
    }
    String changed = Counter.change(here, wanted, "");
    return List.of("ALTER SEQUENCE %s %s".formatted(sql(to.name()), changed));
  }

  private static String type(String definition) {
    return Pattern.compile("\\bAS (.*?)( START| INCREMENT| MINVALUE| MAXVALUE| CYCLE| CACHE|$)")
        .matcher(definition)
        .results()
        .map(type -> type.group(1))
        .findFirst()
        .orElse("");
  }
}
