package io.limbeck.adapter.files;

import io.limbeck.application.database.Database.Session;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.Renderer;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.domain.revision.Heads;
import java.time.Duration;
import java.util.List;

/** Writes the SQL of steps; a database on which nothing was applied gets a version table first. */
final class OfflineSession implements Session {
  private final OfflineSql sql;
  private final Renderer renderer;
  private final SqlWriter out;
  private Heads heads;
  private boolean tableIsThere;

  OfflineSession(Heads heads, OfflineSql sql, Renderer renderer, SqlWriter out) {
    this.heads = heads;
    this.sql = sql;
    this.renderer = renderer;
    this.out = out;
    this.tableIsThere = !heads.isEmpty();
  }

  @Override
  public Heads heads() {
    return heads;
  }

  @Override
  public void ensureVersionTable() {
    if (!tableIsThere) {
      out.begin();
      createTable();
      out.commit();
    }
  }

  @Override
  public boolean apply(List<ScriptedStep> steps, Progress progress) {
    if (!steps.getFirst().step().before().sameAs(heads)) {
      return false;
    }
    boolean transactional = steps.stream().allMatch(ScriptedStep::isTransactional);
    if (transactional) {
      out.begin();
    }
    int number = 0;
    for (ScriptedStep step : steps) {
      progress.started(step, ++number, steps.size());
      write(step, transactional, progress);
      heads = step.step().after();
      progress.finished(step, Duration.ZERO);
    }
    if (transactional) {
      out.commit();
    }
    return true;
  }

  private void write(ScriptedStep step, boolean transactional, Progress progress) {
    if (transactional) {
      createTable();
    }
    out.comment("Running " + step.step().title());
    step.statements().forEach(statement -> progress.running(step, statement));
    Renderer.Rendering rendering = renderer.render(step);
    boolean ownTransaction = !rendering.before().isEmpty();
    if (ownTransaction) {
      rendering.before().forEach(out::statement);
      out.withTransactions().begin();
    }
    rendering.statements().forEach(out::statement);
    if (!transactional) {
      out.begin();
      createTable();
    }
    step.step().changes().forEach(change -> out.statement(sql.change(change)));
    if (ownTransaction) {
      out.withTransactions().commit();
    }
    if (!transactional) {
      out.commit();
    }
  }

  private void createTable() {
    if (!tableIsThere) {
      out.statement(sql.createTable());
      tableIsThere = true;
    }
  }

  @Override
  public void close() {
    renderer.close();
  }
}
