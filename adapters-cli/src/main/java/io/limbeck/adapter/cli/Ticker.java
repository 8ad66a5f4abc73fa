package io.limbeck.adapter.cli;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells a terminal from time to time how far a run has got, and how long it has taken. */
final class Ticker implements AutoCloseable {
  static final Duration TICK = Duration.ofSeconds(1);

  private final Messages messages;
  private final Duration tick;
  private final Supplier<String> place;
  private final long start = System.nanoTime();
  private @Nullable Thread thread;

  /**
   * @param tick how often; also how long a run is that is not long
   * @param place how far it has got; asked on another thread
   */
  Ticker(Messages messages, Duration tick, Supplier<String> place) {
    this.messages = messages;
    this.tick = tick;
    this.place = place;
  }

  /** Begins, if anybody sees it and it has not begun yet. */
  void start() {
    if (thread == null && messages.showsProgress()) {
      thread = Thread.ofPlatform().daemon().name("progress").start(this::run);
    }
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(tick);
        Duration soFar = Duration.ofNanos(System.nanoTime() - start);
        messages.progress(place.get() + ", " + soFar.toSeconds() + " s");
      }
    } catch (InterruptedException closed) {
      // The run is over.
    }
  }

  @Override
  public void close() {
    if (thread != null) {
      thread.interrupt();
    }
  }
}
