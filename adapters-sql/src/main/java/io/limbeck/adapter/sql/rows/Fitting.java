package io.limbeck.adapter.sql.rows;

import io.limbeck.domain.row.Value;
import io.limbeck.domain.row.Value.Bool;
import io.limbeck.domain.row.Value.Bytes;
import io.limbeck.domain.row.Value.Date;
import io.limbeck.domain.row.Value.Decimal;
import io.limbeck.domain.row.Value.Floating;
import io.limbeck.domain.row.Value.Json;
import io.limbeck.domain.row.Value.Moment;
import io.limbeck.domain.row.Value.Other;
import io.limbeck.domain.row.Value.Text;
import io.limbeck.domain.row.Value.Time;
import io.limbeck.domain.row.Value.Timestamp;
import io.limbeck.domain.row.Value.Uuid;
import io.limbeck.domain.row.Value.Whole;
import io.limbeck.domain.row.Value.ZonedTime;
import io.limbeck.domain.row.ValueType;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Values as another type than the one they were kept as. Nothing is rounded, cut or guessed: what
 * would have to be does not fit.
 */
final class Fitting {
  private static final int HEX_DIGITS = 32;

  private Fitting() {}

  /**
   * {@return the value as one of {@code type}; two that are the same as such are equal}
   *
   * @throws Misfit if it is none
   */
  static Value fit(Value value, ValueType type) throws Misfit {
    if (value.isNull() || type.kind() == ValueType.Kind.ANY) {
      return value;
    }
    return (value instanceof Other other ? spelled(other, type) : converted(value, type))
        .filter(converted -> isWithin(converted, type))
        .orElseThrow(() -> new Misfit(value.inWords(), type.toString()));
  }

  /** What is infinite, or no number, is a value of some types in one kind of database only. */
  private static Optional<? extends Value> spelled(Other other, ValueType type) {
    return switch (type.kind()) {
      case DECIMAL, DATE, TIMESTAMP, MOMENT, OTHER -> Optional.of(other);
      case TEXT -> Optional.of(new Text(other.value()));
      default -> Optional.empty();
    };
  }

  private static Optional<? extends Value> converted(Value value, ValueType type) {
    return switch (type.kind()) {
      case ANY -> Optional.of(value);
      case BOOLEAN -> bool(value);
      case INTEGER -> whole(value);
      case DECIMAL -> decimal(value);
      case DOUBLE -> floating(value);
      case SINGLE -> floating(value).filter(Fitting::isSingle);
      case TEXT -> text(value);
      case PADDED_TEXT ->
          text(value).map(padded -> new Text(padded.value().replaceFirst(" +$", "")));
      case BYTES -> value instanceof Bytes bytes ? Optional.of(bytes) : Optional.empty();
      case DATE -> date(value);
      case TIME -> time(value);
      case ZONED_TIME -> zonedTime(value);
      case TIMESTAMP -> timestamp(value);
      case MOMENT -> moment(value);
      case JSON -> json(value);
      case UUID -> uuid(value);
      case OTHER ->
          value instanceof Text(String text) ? Optional.of(new Other(text)) : Optional.empty();
    };
  }

  private static Optional<Bool> bool(Value value) {
    return switch (value) {
      case Bool bool -> Optional.of(bool);
      case Whole(long whole) when whole == 0 || whole == 1 -> Optional.of(new Bool(whole == 1));
      case Text(String text) ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(new Bool(true));
            case "false" -> Optional.of(new Bool(false));
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  private static Optional<Whole> whole(Value value) {
    return switch (value) {
      case Whole whole -> Optional.of(whole);
      case Bool(boolean bool) -> Optional.of(new Whole(bool ? 1 : 0));
      case Decimal(BigDecimal decimal) -> exact(decimal);
      case Floating(double floating) when Double.isFinite(floating) ->
          exact(BigDecimal.valueOf(floating));
      default -> Optional.empty();
    };
  }

  private static Optional<Whole> exact(BigDecimal decimal) {
    try {
      return Optional.of(new Whole(decimal.longValueExact()));
    } catch (ArithmeticException fraction) {
      return Optional.empty();
    }
  }

  private static Optional<Decimal> decimal(Value value) {
    return switch (value) {
      case Decimal decimal -> Optional.of(decimal);
      case Whole(long whole) -> Optional.of(new Decimal(BigDecimal.valueOf(whole)));
      // The shortest that a database would print: 0.1 is meant, not the 55 digits it stands for.
      case Floating(double floating) when Double.isFinite(floating) ->
          Optional.of(new Decimal(BigDecimal.valueOf(floating)));
      case Text(String text) -> {
        try {
          yield Optional.of(new Decimal(new BigDecimal(text)));
        } catch (NumberFormatException noNumber) {
          yield Optional.empty();
        }
      }
      default -> Optional.empty();
    };
  }

  private static Optional<Floating> floating(Value value) {
    return switch (value) {
      case Floating floating -> Optional.of(floating);
      case Whole(long whole) when (long) (double) whole == whole && whole != Long.MAX_VALUE ->
          Optional.of(new Floating(whole));
      case Decimal(BigDecimal decimal)
          when BigDecimal.valueOf(decimal.doubleValue()).compareTo(decimal) == 0 ->
          Optional.of(new Floating(decimal.doubleValue()));
      default -> Optional.empty();
    };
  }

  private static boolean isSingle(Floating floating) {
    double value = floating.value();
    return !Double.isFinite(value)
        || Double.toString(value)
            .equals(Double.toString(Double.parseDouble(Float.toString((float) value))));
  }

  private static Optional<Text> text(Value value) {
    return switch (value) {
      case Text text -> Optional.of(text);
      case Whole(long whole) -> Optional.of(new Text(Long.toString(whole)));
      case Json json -> Optional.of(new Text(json.text()));
      case Uuid uuid -> Optional.of(new Text(uuid.toString()));
      default -> Optional.empty();
    };
  }

  private static Optional<Date> date(Value value) {
    return switch (value) {
      case Date date -> Optional.of(date);
      case Text(String text) -> TimeText.date(text).map(Date::new);
      default -> Optional.empty();
    };
  }

  private static Optional<Time> time(Value value) {
    return switch (value) {
      case Time time -> Optional.of(time);
      case Text(String text) -> TimeText.time(text).map(Time::new);
      default -> Optional.empty();
    };
  }

  private static Optional<ZonedTime> zonedTime(Value value) {
    return switch (value) {
      case ZonedTime time -> Optional.of(time);
      case Text(String text) -> TimeText.zonedTime(text).map(ZonedTime::new);
      default -> Optional.empty();
    };
  }

  private static Optional<Timestamp> timestamp(Value value) {
    return switch (value) {
      case Timestamp timestamp -> Optional.of(timestamp);
      case Moment moment ->
          Optional.of(new Timestamp(moment.value().atOffset(ZoneOffset.UTC).toLocalDateTime()));
      case Date date -> Optional.of(new Timestamp(date.value().atStartOfDay()));
      case Text(String text) -> TimeText.timestamp(text).map(Timestamp::new);
      default -> Optional.empty();
    };
  }

  private static Optional<Moment> moment(Value value) {
    return switch (value) {
      case Moment moment -> Optional.of(moment);
      case Timestamp timestamp ->
          Optional.of(new Moment(timestamp.value().toInstant(ZoneOffset.UTC)));
      case Text(String text) -> TimeText.moment(text).map(Moment::new);
      default -> Optional.empty();
    };
  }

  /** A SQLite column that is declared as JSON makes numbers of those that stand alone. */
  private static Optional<Json> json(Value value) {
    return switch (value) {
      case Json json -> Optional.of(json);
      case Text(String text) -> CanonicalJson.of(text).map(canonical -> new Json(text, canonical));
      case Whole whole -> json(new Text(whole.toString()));
      case Floating floating -> json(new Text(floating.toString()));
      default -> Optional.empty();
    };
  }

  private static Optional<Uuid> uuid(Value value) {
    return switch (value) {
      case Uuid uuid -> Optional.of(uuid);
      case Text(String text) -> uuid(text);
      default -> Optional.empty();
    };
  }

  private static Optional<Uuid> uuid(String text) {
    String dashed =
        text.length() == HEX_DIGITS
            ? text.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")
            : text;
    try {
      UUID uuid = UUID.fromString(dashed);
      // Java takes fewer digits too.
      return uuid.toString().equalsIgnoreCase(dashed)
          ? Optional.of(new Uuid(uuid))
          : Optional.empty();
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static boolean isWithin(Value value, ValueType type) {
    return switch (value) {
      case Whole(long whole) -> type.size() >= Long.BYTES || isWithin(whole, type.size());
      case Decimal decimal -> isWithin(decimal.stripped(), type);
      case Text(String text) ->
          text.length() <= type.size() || text.codePointCount(0, text.length()) <= type.size();
      case Bytes bytes -> bytes.value().length <= type.size();
      case Time time -> hasDigits(time.value(), type.digits());
      case ZonedTime time -> hasDigits(time.value(), type.digits());
      case Timestamp timestamp -> hasDigits(timestamp.value(), type.digits());
      case Moment moment -> hasDigits(moment.value(), type.digits());
      default -> true;
    };
  }

  private static boolean isWithin(BigDecimal decimal, ValueType type) {
    return decimal.scale() <= type.digits()
        && (type.size() == ValueType.UNLIMITED
            || decimal.precision() - decimal.scale() <= type.size() - type.digits());
  }

  private static boolean isWithin(long whole, int bytes) {
    long greatest = (1L << (bytes * Byte.SIZE - 1)) - 1;
    return whole <= greatest && whole >= -greatest - 1;
  }

  private static boolean hasDigits(TemporalAccessor time, int most) {
    int rest = time.get(ChronoField.NANO_OF_SECOND);
    int digits = 9;
    while (digits > 0 && rest % 10 == 0) {
      rest /= 10;
      digits--;
    }
    return digits <= most;
  }
}
