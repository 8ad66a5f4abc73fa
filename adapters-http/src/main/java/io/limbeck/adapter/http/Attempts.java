package io.limbeck.adapter.http;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down whoever guesses: each wrong token is answered late, and after some of them from one
 * address no token is looked at for a while, not even the right one.
 */
final class Attempts {
  static final int ALLOWED = 5;
  static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Duration DELAY = Duration.ofMillis(250);
  private static final int REMEMBERED = 10_000;

  private final InstantSource clock;
  private final Map<InetAddress, Failures> failures =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** How often an address failed since a moment. */
  private record Failures(Instant since, int count) {}

  Attempts(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * @throws Refused if the address has failed too often
   */
  synchronized void check(InetAddress address) {
    Failures known = failures.get(address);
    if (known == null) {
      return;
    }
    Duration left = Duration.between(clock.instant(), known.since().plus(WINDOW));
    if (left.isNegative() || left.isZero()) {
      failures.remove(address);
    } else if (known.count() >= ALLOWED) {
      throw Refused.tooMany(
          "%d wrong tokens came from %s.".formatted(known.count(), address.getHostAddress()),
          "Look up the token, and try again in a minute.",
          left.toSeconds() + 1);
    }
  }

  /** Remembers a wrong token, and keeps whoever sent it waiting. */
  void failed(InetAddress address) {
    synchronized (this) {
      failures.merge(
          address,
          new Failures(clock.instant(), 1),
          (known, one) -> new Failures(known.since(), known.count() + 1));
    }
    try {
      Thread.sleep(DELAY);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized void succeeded(InetAddress address) {
    failures.remove(address);
  }
}
