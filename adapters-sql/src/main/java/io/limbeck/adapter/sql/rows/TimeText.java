package io.limbeck.adapter.sql.rows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Dates and times as texts: {@code 2024-02-29}, {@code 12:30:00.5}, and both with a blank or a T
 * between, and where they are zoned {@code Z} or {@code +02:00} behind. What has no zone is UTC.
 */
final class TimeText {
  private static final int NANO_DIGITS = 9;

  private final String text;
  private int at;

  private TimeText(String text) {
    this.text = text;
  }

  private interface Reader<T> {
    T read(TimeText text);
  }

  static Optional<LocalDate> date(String text) {
    return read(text, TimeText::date);
  }

  static Optional<LocalTime> time(String text) {
    return read(text, TimeText::time);
  }

  static Optional<OffsetTime> zonedTime(String text) {
    return read(text, reading -> reading.time().atOffset(reading.offset()));
  }

  /** {@return the date and time in UTC; a date alone is its beginning} */
  static Optional<LocalDateTime> timestamp(String text) {
    return read(text, TimeText::timestamp);
  }

  static Optional<Instant> moment(String text) {
    return timestamp(text).map(utc -> utc.toInstant(ZoneOffset.UTC));
  }

  private static <T> Optional<T> read(String text, Reader<T> reader) {
    TimeText reading = new TimeText(text);
    try {
      T read = reader.read(reading);
      return reading.at == text.length() ? Optional.of(read) : Optional.empty();
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  private LocalDateTime timestamp() {
    LocalDate date = date();
    if (at == text.length()) {
      return date.atStartOfDay();
    }
    if (!skip(' ') && !skip('T')) {
      throw wrong();
    }
    LocalDateTime local = date.atTime(time());
    return local.minusSeconds(offset().getTotalSeconds());
  }

  private LocalDate date() {
    int year = number(4);
    expect('-');
    int month = number(2);
    expect('-');
    return LocalDate.of(year, month, number(2));
  }

  private LocalTime time() {
    int hour = number(2);
    expect(':');
    int minute = number(2);
    if (!skip(':')) {
      return LocalTime.of(hour, minute);
    }
    int second = number(2);
    return LocalTime.of(hour, minute, second, skip('.') ? fraction() : 0);
  }

  private int fraction() {
    int nanos = 0;
    int digits = 0;
    while (at < text.length() && isDigit() && digits < NANO_DIGITS) {
      nanos = nanos * 10 + number(1);
      digits++;
    }
    if (digits == 0) {
      throw wrong();
    }
    for (; digits < NANO_DIGITS; digits++) {
      nanos *= 10;
    }
    return nanos;
  }

  private ZoneOffset offset() {
    if (at == text.length() || skip('Z')) {
      return ZoneOffset.UTC;
    }
    int sign = skip('-') ? -1 : 1;
    if (sign > 0) {
      expect('+');
    }
    int hours = number(2);
    int minutes = skip(':') || at < text.length() ? number(2) : 0;
    return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
  }

  private int number(int digits) {
    int number = 0;
    for (int digit = 0; digit < digits; digit++) {
      if (at >= text.length() || !isDigit()) {
        throw wrong();
      }
      number = number * 10 + (text.charAt(at++) - '0');
    }
    return number;
  }

  private boolean isDigit() {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private void expect(char expected) {
    if (!skip(expected)) {
      throw wrong();
    }
  }

  private boolean skip(char wanted) {
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private static DateTimeException wrong() {
    return new DateTimeException("no date or time");
  }
}
