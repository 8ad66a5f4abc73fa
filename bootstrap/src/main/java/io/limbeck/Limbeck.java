package io.limbeck;

import io.limbeck.application.admin.AdminListener;
import io.limbeck.application.admin.AdminServer;
import io.limbeck.application.admin.AdminSettings;
import io.limbeck.application.database.Progress;
import io.limbeck.application.history.ListedRevision;
import io.limbeck.application.history.Standing;
import io.limbeck.application.migrate.Migration;
import io.limbeck.application.verify.Drift.Drifted;
import io.limbeck.application.verify.Verify.Verified;
import io.limbeck.domain.diff.SchemaDiff;
import io.limbeck.domain.revision.HistoryRange;
import io.limbeck.domain.revision.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Limbeck in one's own program: one database and the scripts that move it.
 *
 * {@snippet :
 * try (Limbeck limbeck =
 *     Limbeck.configure().url("jdbc:sqlite:app.db").scripts(Path.of("migrations")).build()) {
 *   Migration migration = limbeck.upgrade("head");
 *   log.info("{} steps, now at {}", migration.steps().size(), migration.to());
 * }
 * }
 *
 * <p>What it returns are the values that the command line prints. It prints nothing itself, and
 * what goes wrong in a way that can be foreseen is a {@link io.limbeck.domain.LimbeckException}
 * with a problem and a remedy. Several programs may upgrade one database at the same time: every
 * revision runs once.
 *
 * <p>Scripts are read at the first use and then kept. One of these is for one thread at a time.
 */
public final class Limbeck implements AutoCloseable {
  private final LibraryComponent component;
  private final Progress progress;
  private final boolean together;

  Limbeck(LibraryComponent component, Progress progress, boolean together) {
    this.component = component;
    this.progress = progress;
    this.together = together;
  }

  /** {@return what says which database and which scripts} */
  public static LimbeckBuilder configure() {
    return new LimbeckBuilder();
  }

  /** Upgrades to {@code head}; nothing if the database is there already. */
  public Migration upgrade() {
    return upgrade("head");
  }

  /**
   * Runs what {@code target} needs and the database has not; nothing if it is there already.
   *
   * @param target {@code head}, {@code heads}, an id, a label, {@code +2}, {@code label@head} ...
   * @throws io.limbeck.application.database.StatementFailedException if a statement fails; it says
   *     what the database was left with
   * @throws io.limbeck.domain.LimbeckException if there is no such target, a script cannot be
   *     understood, or the database cannot be used
   */
  public Migration upgrade(String target) {
    return component.upgrade().to(Target.parse(target), together, progress);
  }

  /** {@return what {@link #upgrade(String)} would do now; nothing is written} */
  public Migration plan(String target) {
    return component.upgrade().plan(Target.parse(target));
  }

  /**
   * Undoes what was built on {@code target}, newest first, if no rows are lost by it.
   *
   * @param target {@code base}, an id, {@code -1}, {@code label@-1} ...
   * @throws io.limbeck.application.migrate.LossNotConfirmedException if rows would be lost
   * @throws io.limbeck.domain.LimbeckException as {@link #upgrade(String)}
   */
  public Migration downgrade(String target) {
    return downgrade(target, Optional.empty());
  }

  /**
   * Undoes what was built on {@code target}, newest first, rows included.
   *
   * @param confirmed the short name of the database, such as {@code app.db}
   * @throws io.limbeck.application.migrate.LossNotConfirmedException if the database has another
   *     name
   * @throws io.limbeck.domain.LimbeckException as {@link #upgrade(String)}
   */
  public Migration downgrade(String target, String confirmed) {
    return downgrade(target, Optional.of(confirmed));
  }

  private Migration downgrade(String target, Optional<String> confirmed) {
    return component.downgrade().to(Target.parse(target), confirmed, together, progress);
  }

  /** {@return what {@link #downgrade(String)} would do now; nothing is written} */
  public Migration planDowngrade(String target) {
    return component.downgrade().plan(Target.parse(target));
  }

  /**
   * Records where the database stands, and runs nothing.
   *
   * @param targets in the order they are recorded; not empty
   */
  public Migration stamp(String... targets) {
    return component.stamp().at(Stream.of(targets).map(Target::parse).toList(), false, progress);
  }

  /**
   * {@return where the database stands; nothing is written}
   *
   * @throws io.limbeck.application.database.UnknownHeadException if it stands at a revision that no
   *     script has
   */
  public Standing current() {
    return component.current().read();
  }

  /** {@return the revisions, newest first, those marked at which the database stands} */
  public List<ListedRevision> history() {
    return component.listHistory().list(HistoryRange.all(), true);
  }

  /**
   * {@return what would make the database as the models want it; empty if it is}
   *
   * @throws io.limbeck.domain.LimbeckException if the database is not at the heads, or the models
   *     cannot be read
   */
  public SchemaDiff check() {
    return component.check().find();
  }

  /** {@return in what the database is not as its history says; empty if it is} */
  public List<Drifted> drift() {
    return component.drift().find();
  }

  /** {@return what came of trying every revision up, down and up again in a throw-away database} */
  public Verified verify() {
    return component.verify().all();
  }

  /**
   * Serves the admin until what is returned is closed. It needs {@code limbeck-adapters-http} on
   * the class path.
   *
   * @throws io.limbeck.application.admin.AdminException if it is not there, the settings are not
   *     safe, or the address cannot be listened on
   */
  public AdminServer.Running serve(AdminSettings settings, AdminListener listener) {
    return component.adminServer().start(settings, component.gate(), listener);
  }

  /** Frees what reading needed; a database in memory is gone. */
  @Override
  public void close() {
    component.openDatabases().close();
  }
}
