package io.limbeck.application.admin;

import io.limbeck.application.database.Progress;
import io.limbeck.application.migrate.Migration;
import io.limbeck.domain.LimbeckException;

/** Is told what goes on in a server; called on its threads. */
public interface AdminListener {

  /**
   * {@return who is told how a run gets on}
   *
   * @param kind {@code upgrade}, {@code downgrade} or {@code stamp}
   */
  Progress begun(String kind, String target);

  /** A run came to its end. */
  void done(Migration migration);

  /** A run failed, or was interrupted: the remedy tells what the database was left with. */
  void failed(LimbeckException failure);

  /** Something failed that nobody foresaw. */
  void bug(Throwable failure);

  /** {@return one that does not listen} */
  static AdminListener none() {
    return new AdminListener() {
      @Override
      public Progress begun(String kind, String target) {
        return Progress.none();
      }

      @Override
      public void done(Migration migration) {}

      @Override
      public void failed(LimbeckException failure) {}

      @Override
      public void bug(Throwable failure) {}
    };
  }
}
