package io.limbeck.adapter.http;

import io.limbeck.application.admin.Access;
import io.limbeck.application.admin.AdminListener;
import io.limbeck.application.admin.Gate;
import io.limbeck.application.database.Database;
import io.limbeck.application.database.Progress;
import io.limbeck.application.document.Document;
import io.limbeck.application.document.FailureCode;
import io.limbeck.application.migrate.Migration;
import io.limbeck.domain.LimbeckException;
import io.limbeck.domain.revision.Heads;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Runs what is ordered, one order at a time, and remembers the last ones. */
final class Operations implements AutoCloseable {
  private static final int REMEMBERED = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Gate gate;
  private final Reads reads;
  private final Guard guard;
  private final AdminListener listener;
  private final Meters meters;

  /** Held while an order is looked at: of two at once, the second finds the first running. */
  private final ReentrantLock accepting = new ReentrantLock();

  private final Map<String, Operation> known =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Operation> eldest) {
          return size() > REMEMBERED;
        }
      };

  private volatile @Nullable Operation latest;
  private volatile @Nullable Thread thread;
  private volatile boolean stopping;

  Operations(Gate gate, Reads reads, Guard guard, AdminListener listener, Meters meters) {
    this.gate = gate;
    this.reads = reads;
    this.guard = guard;
    this.listener = listener;
    this.meters = meters;
  }

  /** {@return the operation that runs, or else the last one; empty if there was none} */
  Optional<Operation> latest() {
    return Optional.ofNullable(latest);
  }

  Optional<Operation> running() {
    return latest().filter(Operation::isRunning);
  }

  Optional<Operation> find(String id) {
    synchronized (known) {
      return Optional.ofNullable(known.get(id));
    }
  }

  /**
   * Begins to do what is ordered.
   *
   * @throws Refused if another operation runs, or the database stands elsewhere than was believed
   * @throws LimbeckException for what is found wrong before anything runs
   */
  Operation begin(Order order) {
    try {
      if (!accepting.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw Refused.unavailable(
            FailureCode.LOCKED, "Another order is being looked at.", "Ask again.", 2);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw stops();
    }
    try {
      if (stopping) {
        throw stops();
      }
      running().ifPresent(Operations::refuse);
      Operation operation = reads.ask(access -> accepted(access, order));
      synchronized (known) {
        known.put(operation.id(), operation);
      }
      latest = operation;
      thread = Thread.ofPlatform().name("limbeck-" + operation.id()).start(() -> run(operation));
      return operation;
    } finally {
      accepting.unlock();
    }
  }

  private static Operation accepted(Access access, Order order) {
    Database database = access.database();
    Heads heads = database.heads();
    if (!new LinkedHashSet<>(Document.ids(heads.ids())).equals(order.heads())) {
      throw Refused.conflict(
          FailureCode.REFUSED,
          "The database stands at %s, and not where the request believes.".formatted(heads),
          "Look at what the run would do from there, and send it again with these heads.",
          Document.object("heads", Document.rows(heads)));
    }
    Migration plan = order.direction().plan(access, order.target(), order.confirmed());
    String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    return new Operation(id, order, heads, plan.steps().size());
  }

  private static void refuse(Operation running) {
    throw Refused.conflict(
        FailureCode.LOCKED,
        "Another operation runs: %s to %s."
            .formatted(running.order().direction().word(), running.order().target()),
        "Follow it at %s, and send the request again when it is over.".formatted(running.path()),
        Document.object("operation", running.id()));
  }

  private static Refused stops() {
    return Refused.unavailable(
        FailureCode.FAILED, "The server stops.", "Send the request to another one.", 5);
  }

  private void run(Operation operation) {
    Order order = operation.order();
    long start = System.nanoTime();
    String outcome = "failed";
    try (Access access = gate.toWrite()) {
      Progress told = listener.begun(order.direction().word(), order.target());
      Progress progress = new RunProgress(operation, told, guard.showsSql(), () -> stopping);
      Migration migration =
          order.direction().run(access, order.target(), order.confirmed(), progress);
      listener.done(migration);
      operation.done(migration.to());
      outcome = "done";
    } catch (LimbeckException failure) {
      listener.failed(failure);
      operation.failed(failure);
    } catch (RuntimeException | Error bug) {
      listener.bug(bug);
      operation.failed(
          FailureCode.FAILED,
          "The run failed in a way that nobody foresaw.",
          "Ask /api/status where the database stands. This is a bug in Limbeck: please report it"
              + " with what the server's log shows.");
    } finally {
      meters.ran(order.direction().word(), outcome, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /** Lets the step that runs end, or undoes it if that takes long; begins no other. */
  @Override
  public void close() {
    refuseFromNowOn();
    Operation last = latest;
    Thread runner = thread;
    if (last == null || runner == null) {
      return;
    }
    try {
      if (!last.isOverWithin(PATIENCE)) {
        runner.interrupt();
      }
      runner.join(PATIENCE);
    } catch (InterruptedException hurried) {
      runner.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void refuseFromNowOn() {
    accepting.lock();
    try {
      stopping = true;
    } finally {
      accepting.unlock();
    }
  }
}
