package io.limbeck.adapter.cli;

import io.limbeck.application.admin.AdminListener;
import io.limbeck.application.database.Progress;
import io.limbeck.application.migrate.Migration;
import io.limbeck.domain.LimbeckException;
import org.jspecify.annotations.Nullable;

/** Tells what goes on in a server as the commands tell it that do the same. */
final class ServeMessages implements AdminListener {
  private final Messages messages;
  private final boolean verbose;
  private @Nullable RunProgress progress;

  ServeMessages(Messages messages, boolean verbose) {
    this.messages = messages;
    this.verbose = verbose;
  }

  @Override
  public synchronized Progress begun(String kind, String target) {
    messages.info("Asked over HTTP to %s to %s.".formatted(kind, target));
    progress = new RunProgress(messages, verbose);
    return progress;
  }

  @Override
  public synchronized void done(Migration migration) {
    end();
    messages.info(
        "The database is now at %s (%d %s)."
            .formatted(
                migration.to(),
                migration.steps().size(),
                migration.steps().size() == 1 ? "step" : "steps"));
  }

  @Override
  public synchronized void failed(LimbeckException failure) {
    end();
    messages.failed(failure.problem(), failure.remedy());
  }

  @Override
  public void bug(Throwable failure) {
    messages.bug(new Bug(failure));
  }

  private void end() {
    if (progress != null) {
      progress.close();
      progress = null;
    }
  }
}
