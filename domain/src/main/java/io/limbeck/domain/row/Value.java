package io.limbeck.domain.row;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.UUID;

/**
 * What stands in one column of one row, in the one form that all databases' ways to keep it are
 * brought to. Its text is for messages, which name the keys of rows and nothing else.
 */
public sealed interface Value {

  /** NULL. */
  enum Null implements Value {
    NULL
  }

  record Bool(boolean value) implements Value {
    @Override
    public String toString() {
      return String.valueOf(value);
    }
  }

  record Whole(long value) implements Value {
    @Override
    public String toString() {
      return String.valueOf(value);
    }
  }

  /** A decimal number; with how many zeros it was written does not matter, but is kept. */
  record Decimal(BigDecimal value) implements Value {

    /** {@return the number without zeros at its end: the same for all that are equal} */
    public BigDecimal stripped() {
      return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Decimal decimal && value.compareTo(decimal.value) == 0;
    }

    @Override
    public int hashCode() {
      return stripped().hashCode();
    }

    @Override
    public String toString() {
      return value.toPlainString();
    }
  }

  /** A binary floating point number; a zero has no sign. */
  record Floating(double value) implements Value {
    public Floating {
      value = value == 0 ? 0 : value;
    }

    @Override
    public String toString() {
      return String.valueOf(value);
    }
  }

  record Text(String value) implements Value {
    @Override
    public String toString() {
      return "'" + value + "'";
    }
  }

  /** Bytes; they are not copied, and nobody changes them. */
  @SuppressWarnings("ArrayRecordComponent")
  record Bytes(byte[] value) implements Value {
    @Override
    public String toString() {
      return counted(value.length, "byte");
    }
  }

  record Date(LocalDate value) implements Value {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  record Time(LocalTime value) implements Value {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  record ZonedTime(OffsetTime value) implements Value {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** A day and a time of which nobody says where. */
  record Timestamp(LocalDateTime value) implements Value {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** A point in time, the same everywhere. */
  record Moment(Instant value) implements Value {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /**
   * A JSON document.
   *
   * @param text as it was written
   * @param canonical what it comes to: equal for documents that say the same
   */
  record Json(String text, String canonical) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof Json json && canonical.equals(json.canonical);
    }

    @Override
    public int hashCode() {
      return canonical.hashCode();
    }

    @Override
    public String toString() {
      return text;
    }
  }

  record Uuid(UUID value) implements Value {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** A value of a type that only one kind of database has, as it spells it. */
  record Other(String value) implements Value {
    @Override
    public String toString() {
      return "'" + value + "'";
    }
  }

  /** {@return whether there is none} */
  default boolean isNull() {
    return this == Null.NULL;
  }

  /** {@return what kind of value it is, in words; never the value itself} */
  default String inWords() {
    return switch (this) {
      case Null none -> "NULL";
      case Bool bool -> "a boolean";
      case Whole whole -> "an integer";
      case Decimal decimal -> "a decimal number";
      case Floating floating -> "a floating point number";
      case Text(String text) ->
          "a text of " + counted(text.codePointCount(0, text.length()), "character");
      case Bytes bytes -> bytes.toString();
      case Date date -> "a date";
      case Time time -> "a time";
      case ZonedTime time -> "a time with a zone";
      case Timestamp timestamp -> "a timestamp";
      case Moment moment -> "a timestamp with a zone";
      case Json json -> "a JSON document";
      case Uuid uuid -> "a UUID";
      case Other other -> "a value of another type";
    };
  }

  private static String counted(int count, String noun) {
    return count == 1 ? "1 " + noun : "%d %ss".formatted(count, noun);
  }
}
