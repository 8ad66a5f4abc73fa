package io.limbeck.adapter.http;

import io.limbeck.application.admin.Access;
import io.limbeck.application.admin.Gate;
import io.limbeck.application.document.FailureCode;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database, some threads at a time, each question with an access of its own. The threads
 * are the platform's: drivers wait in native code, which would hold up the virtual threads that
 * talk to clients, and with them the answer to whether the server lives.
 */
final class Reads implements AutoCloseable {
  private static final int THREADS = 8;
  private static final int WAITING = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Gate gate;
  private final ThreadPoolExecutor threads;

  Reads(Gate gate) {
    this.gate = gate;
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("limbeck-read-", 1).daemon().factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * {@return what {@code question} finds out}
   *
   * @throws io.limbeck.domain.LimbeckException as the question does
   * @throws Refused if too many others wait, or it takes too long
   */
  <T> T ask(Function<Access, T> question) {
    Future<T> answer;
    try {
      answer =
          threads.submit(() -> {
            try (Access access = gate.toRead()) {
              return question.apply(access);
            }
          });
    } catch (RejectedExecutionException full) {
      throw Refused.unavailable(
          FailureCode.FAILED, "More requests wait than can be answered.", "Ask again later.", 2);
    }
    try {
      return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException failure) {
      throw rethrown(failure.getCause());
    } catch (TimeoutException slow) {
      answer.cancel(true);
      throw Refused.unavailable(
          FailureCode.FAILED,
          "The database did not answer in %d s.".formatted(PATIENCE.toSeconds()),
          "Ask again later.",
          5);
    } catch (InterruptedException stopping) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw Refused.unavailable(FailureCode.FAILED, "The server stops.", "Ask another one.", 5);
    }
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    return switch (cause) {
      case RuntimeException failure -> failure;
      case Error error -> throw error;
      case null, default -> new IllegalStateException(cause);
    };
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
