package io.limbeck.adapter.http;

import io.limbeck.application.database.ChangedScript;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.document.Document;
import io.limbeck.application.script.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Turns what a run tells into events, and ends it between two steps when the server stops. */
final class RunProgress implements Progress {
  private final Operation operation;
  private final Progress told;
  private final boolean showsSql;
  private final BooleanSupplier stopping;
  private int statement;

  RunProgress(Operation operation, Progress told, boolean showsSql, BooleanSupplier stopping) {
    this.operation = operation;
    this.told = told;
    this.showsSql = showsSql;
    this.stopping = stopping;
  }

  @Override
  public void changed(ChangedScript script) {
    told.changed(script);
  }

  @Override
  public void started(ScriptedStep step, int number, int count) {
    told.started(step, number, count);
    statement = 0;
    Map<String, Object> data = about(step);
    data.put("kind", step.step().kind().name().toLowerCase(Locale.ROOT));
    data.put("message", step.message());
    data.put("number", number);
    data.put("count", count);
    operation.started(number, count, data);
    endIfStopping();
  }

  @Override
  public void running(ScriptedStep step, Statement next) {
    told.running(step, next);
    Map<String, Object> data = about(step);
    data.put("number", ++statement);
    if (showsSql) {
      data.put("sql", next.sql());
    }
    operation.happened("statement", data);
  }

  @Override
  public void copied(ScriptedStep step, String table, long rows, long of) {
    told.copied(step, table, rows, of);
    operation.happened("copied", Document.object("table", table, "rows", rows, "of", of));
  }

  @Override
  public void finished(ScriptedStep step, Duration took) {
    told.finished(step, took);
    Map<String, Object> data = about(step);
    data.put("took_ms", took.toMillis());
    data.put("rows", Document.rows(step.step().after()));
    operation.finished(step.step().after(), data);
    endIfStopping();
  }

  /** Whoever takes the next step sees the interrupt, and says where the database stands. */
  private void endIfStopping() {
    if (stopping.getAsBoolean()) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, Object> about(ScriptedStep step) {
    Map<String, Object> data = Document.object();
    step.step().revision().ifPresent(id -> data.put("revision", id.value()));
    return data;
  }
}
