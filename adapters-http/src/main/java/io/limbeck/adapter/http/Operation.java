package io.limbeck.adapter.http;

import io.limbeck.application.document.Document;
import io.limbeck.application.document.FailureCode;
import io.limbeck.domain.LimbeckException;
import io.limbeck.domain.revision.Heads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A run, going on or over: how far it has got, and everything that happened, for whoever comes late
 * or comes back.
 */
final class Operation {
  private final String id;
  private final Order order;
  private final Heads from;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final List<Event> events = new ArrayList<>();
  private State state = State.RUNNING;
  private Heads rows;
  private int steps;
  private int stepsDone;
  private int current;
  private Optional<Map<String, Object>> error = Optional.empty();

  /** How a run stands. */
  enum State {
    RUNNING("running"),
    DONE("done"),
    FAILED("failed");

    private final String word;

    State(String word) {
      this.word = word;
    }
  }

  /**
   * @param number counted from 1
   * @param data a tree of plain values
   */
  record Event(int number, String name, Map<String, Object> data) {}

  /**
   * @param steps as planned now
   */
  Operation(String id, Order order, Heads from, int steps) {
    this.id = id;
    this.order = order;
    this.from = from;
    this.rows = from;
    this.steps = steps;
  }

  String id() {
    return id;
  }

  Order order() {
    return order;
  }

  String path() {
    return "/api/operations/" + id;
  }

  boolean isRunning() {
    return locked(() -> state == State.RUNNING);
  }

  /** {@return for example {@code migrating 3 of 12}} */
  String inWords() {
    return locked(() -> "migrating %d of %d".formatted(Math.max(1, current), Math.max(1, steps)));
  }

  void started(int number, int count, Map<String, Object> data) {
    happened(
        "started",
        data,
        () -> {
          current = number;
          steps = count;
        });
  }

  void happened(String name, Map<String, Object> data) {
    happened(name, data, () -> {});
  }

  void finished(Heads after, Map<String, Object> data) {
    happened(
        "finished",
        data,
        () -> {
          stepsDone++;
          rows = after;
        });
  }

  void done(Heads after) {
    happened(
        "done",
        Document.object("rows", Document.rows(after)),
        () -> {
          rows = after;
          state = State.DONE;
        });
  }

  void failed(LimbeckException failure) {
    failed(FailureCode.of(failure), failure.problem(), failure.remedy());
  }

  void failed(int code, String problem, String remedy) {
    Map<String, Object> data = Document.object("problem", problem, "remedy", remedy, "code", code);
    happened(
        "failed",
        data,
        () -> {
          error = Optional.of(data);
          state = State.FAILED;
        });
  }

  /**
   * Waits for news.
   *
   * @param number that of the last event one knows, 0 for none
   * @return the events after it, in order; empty if there were none for so long, or the run is over
   */
  List<Event> after(int number, Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long nanos = patience.toNanos();
      while (number >= events.size() && state == State.RUNNING && nanos > 0) {
        nanos = news.awaitNanos(nanos);
      }
      return List.copyOf(events.subList(Math.min(number, events.size()), events.size()));
    } finally {
      lock.unlock();
    }
  }

  /** {@return whether the run ended in this time} */
  boolean isOverWithin(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long nanos = patience.toNanos();
      while (state == State.RUNNING && nanos > 0) {
        nanos = news.awaitNanos(nanos);
      }
      return state != State.RUNNING;
    } finally {
      lock.unlock();
    }
  }

  Map<String, Object> inShort() {
    return locked(() ->
        Document.object(
            "id",
            id,
            "kind",
            order.direction().word(),
            "target",
            order.target(),
            "state",
            state.word));
  }

  Map<String, Object> document() {
    return locked(() -> {
      Map<String, Object> document = inShort();
      document.put("from", Document.rows(from));
      document.put("rows", Document.rows(rows));
      document.put("steps_done", stepsDone);
      document.put("steps", steps);
      error.ifPresent(failure -> document.put("error", failure));
      return document;
    });
  }

  private void happened(String name, Map<String, Object> data, Runnable change) {
    lock.lock();
    try {
      change.run();
      events.add(new Event(events.size() + 1, name, data));
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private <T> T locked(Supplier<T> question) {
    lock.lock();
    try {
      return question.get();
    } finally {
      lock.unlock();
    }
  }
}
