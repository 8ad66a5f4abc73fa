package io.limbeck.domain.row;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

/**
 * Tells whether two sets of rows are the same, whatever their order: the sum of a number that each
 * row comes to. A row that is there twice counts twice. Two sets that differ have the same sum by
 * chance once in 2<sup>64</sup>; the sum is no protection against somebody who wants it so.
 */
public final class ContentChecksum {
  // The constants of splitmix64: each bit of what goes in changes half of those that come out.
  private static final long STEP = 0x9E3779B97F4A7C15L;
  private static final long FIRST = 0xBF58476D1CE4E5B9L;
  private static final long SECOND = 0x94D049BB133111EBL;

  private long rows;
  private long sum;

  /** Adds a row. */
  public void add(List<Value> row) {
    long hash = STEP;
    for (Value value : row) {
      hash = mixed(hash, value);
    }
    rows++;
    sum += hash;
  }

  /** {@return how many rows were added} */
  public long rows() {
    return rows;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ContentChecksum checksum
        && rows == checksum.rows
        && sum == checksum.sum;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(sum);
  }

  /** {@return the sum, as 16 hexadecimal digits} */
  @Override
  public String toString() {
    return "%016x".formatted(sum);
  }

  private static long mixed(long hash, Value value) {
    return switch (value) {
      case Value.Null none -> mixed(hash, 1);
      case Value.Bool(boolean bool) -> mixed(mixed(hash, 2), bool ? 1 : 0);
      case Value.Whole(long whole) -> mixed(mixed(hash, 3), whole);
      case Value.Decimal decimal -> mixed(mixed(hash, 4), decimal.stripped().toString());
      case Value.Floating(double floating) ->
          mixed(mixed(hash, 5), Double.doubleToLongBits(floating));
      case Value.Text(String text) -> mixed(mixed(hash, 6), text);
      case Value.Bytes(byte[] bytes) -> mixed(mixed(hash, 7), bytes);
      case Value.Date date -> mixed(mixed(hash, 8), date.value().toEpochDay());
      case Value.Time time -> mixed(mixed(hash, 9), time.value().toNanoOfDay());
      case Value.ZonedTime time ->
          mixed(
              mixed(mixed(hash, 10), time.value().getOffset().getTotalSeconds()),
              time.value().toLocalTime().toNanoOfDay());
      case Value.Timestamp timestamp -> {
        LocalTime time = timestamp.value().toLocalTime();
        yield mixed(
            mixed(mixed(hash, 11), timestamp.value().toLocalDate().toEpochDay()),
            time.toNanoOfDay());
      }
      case Value.Moment(Instant moment) ->
          mixed(mixed(mixed(hash, 12), moment.getEpochSecond()), moment.getNano());
      case Value.Json json -> mixed(mixed(hash, 13), json.canonical());
      case Value.Uuid uuid ->
          mixed(
              mixed(mixed(hash, 14), uuid.value().getMostSignificantBits()),
              uuid.value().getLeastSignificantBits());
      case Value.Other other -> mixed(mixed(hash, 15), other.value());
    };
  }

  private static long mixed(long hash, String text) {
    int length = text.length();
    long mixed = mixed(hash, length);
    int index = 0;
    for (; index + 4 <= length; index += 4) {
      long four =
          text.charAt(index)
              | (long) text.charAt(index + 1) << 16
              | (long) text.charAt(index + 2) << 32
              | (long) text.charAt(index + 3) << 48;
      mixed = mixed(mixed, four);
    }
    for (; index < length; index++) {
      mixed = mixed(mixed, text.charAt(index));
    }
    return mixed;
  }

  private static long mixed(long hash, byte[] bytes) {
    long mixed = mixed(hash, bytes.length);
    for (byte each : bytes) {
      mixed = mixed(mixed, each);
    }
    return mixed;
  }

  private static long mixed(long hash, long next) {
    long bits = (hash ^ next) + STEP;
    bits = (bits ^ (bits >>> 30)) * FIRST;
    bits = (bits ^ (bits >>> 27)) * SECOND;
    return bits ^ (bits >>> 31);
  }
}
