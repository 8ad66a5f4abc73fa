package io.limbeck.adapter.sqlite;

import io.limbeck.adapter.sqlite.alter.Access;
import io.limbeck.adapter.sqlite.alter.AlterListener;
import io.limbeck.adapter.sqlite.alter.Statements;
import io.limbeck.adapter.sqlite.alter.Way;
import io.limbeck.application.database.Renderer;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.database.UnusableDatabaseException;
import io.limbeck.application.script.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes what SQLite cannot alter as statements that it can: twelve steps, as its manual describes
 * them. How a table looks by then is found out by taking the steps in a database in memory, from
 * the first step that alters a table on.
 */
final class SqliteRenderer implements Renderer {
  // Dropping the old table would take its children along.
  private static final String KEEP_CHILDREN =
      "-- Stop at the first error, with sqlite3 -bail: it leaves the transaction unfinished.\n"
          + "PRAGMA foreign_keys = OFF";

  private final List<ScriptedStep> waiting = new ArrayList<>();
  private final Supplier<List<ScriptedStep>> earlier;
  private @Nullable Connection memory;

  SqliteRenderer(Supplier<List<ScriptedStep>> earlier) {
    this.earlier = earlier;
  }

  @Override
  public Rendering render(ScriptedStep step) {
    if (step.statements().stream().noneMatch(each -> Statements.alters(each.sql()))) {
      waiting.add(step);
      return Renderer.asWritten().render(step);
    }
    try {
      Connection database = database();
      return new StepRendering(database).of(step);
    } catch (SQLException refusal) {
      throw new UnusableDatabaseException(
          "SQLite cannot be opened in memory: %s.".formatted(SqliteFailures.reason(refusal)),
          "Look whether there is memory left.",
          refusal);
    }
  }

  /** {@return the database, in which all earlier steps were taken} */
  private Connection database() throws SQLException {
    if (memory == null) {
      memory = Connections.memory();
      waiting.addAll(0, earlier.get());
    }
    for (ScriptedStep step : waiting) {
      new StepRendering(memory).of(step);
    }
    waiting.clear();
    return memory;
  }

  @Override
  public void close() {
    if (memory != null) {
      try {
        memory.close();
      } catch (SQLException refusal) {
        // What it was asked is answered, and its memory is given back with the process.
      }
    }
  }

  /** Takes one step in memory, and keeps what was executed. */
  private static final class StepRendering implements AlterListener {
    private final Connection database;
    private final List<String> statements = new ArrayList<>();
    private List<String> instead = new ArrayList<>();
    private String asItStands = "";
    private boolean isNative;
    private boolean rebuilds;

    StepRendering(Connection database) {
      this.database = database;
    }

    @Override
    public void decided(String table, Way way, String why) {
      rebuilds |= way == Way.REBUILD;
      isNative = way == Way.NATIVE;
    }

    @Override
    public void instead(String statement) {
      instead.add(statement);
    }

    @Override
    public void understood(String statement) {
      asItStands = isNative ? statement : "";
    }

    Rendering of(ScriptedStep step) {
      Statements executed = new Statements(database, Access.STATEMENTS_ONLY, this);
      for (Statement statement : step.statements()) {
        instead = new ArrayList<>();
        try {
          executed.execute(statement.sql());
        } catch (SQLException refusal) {
          throw unknown(step, statement, refusal);
        }
        statements.addAll(written(statement.sql()));
      }
      return new Rendering(rebuilds ? List.of(KEEP_CHILDREN) : List.of(), statements);
    }

    /** {@return what was executed, under the statement it stands for if that is another one} */
    private List<String> written(String original) {
      if (!Statements.alters(original) || original.equals(asItStands)) {
        return List.of(original);
      }
      List<String> commented = new ArrayList<>(instead);
      String comment = original.lines().map(line -> "-- " + line).collect(Collectors.joining("\n"));
      if (!commented.isEmpty()) {
        commented.set(0, comment + "\n" + commented.getFirst());
      }
      return commented;
    }

    private static UnusableDatabaseException unknown(
        ScriptedStep step, Statement statement, SQLException refusal) {
      return new UnusableDatabaseException(
          "The statement at %s:%d cannot be followed in an empty database: %s."
              .formatted(step.location(), statement.line(), SqliteFailures.reason(refusal)),
          "How the tables look that are altered is found out by following the scripts from base."
              + " Mend the script; or upgrade a copy of the database instead of writing SQL.",
          refusal);
    }
  }
}
