package io.limbeck.domain.row;

/**
 * What values a column takes.
 *
 * @param size how much of it: the bytes of an integer, the digits of a decimal, the characters of a
 *     text, the bytes of bytes; {@link #UNLIMITED} for no limit, and for kinds that have none
 * @param digits how many digits may follow the point of a decimal or of a second; {@link
 *     #UNLIMITED} for no limit, and for kinds that have none
 */
public record ValueType(Kind kind, int size, int digits) {
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** Of what sort the values are. */
  public enum Kind {
    /** The database keeps with each value what it is. */
    ANY("anything"),
    BOOLEAN("a boolean"),
    INTEGER("an integer"),
    DECIMAL("a decimal number"),
    /** Floating point numbers of eight bytes. */
    DOUBLE("a floating point number"),
    /** Floating point numbers of four bytes. */
    SINGLE("a floating point number of 4 bytes"),
    TEXT("a text"),
    /** Texts that are filled up with blanks: those at the end say nothing. */
    PADDED_TEXT("a text"),
    BYTES("bytes"),
    DATE("a date"),
    TIME("a time"),
    ZONED_TIME("a time with a zone"),
    TIMESTAMP("a timestamp"),
    /** Timestamps with a zone: points in time. */
    MOMENT("a timestamp with a zone"),
    JSON("a JSON document"),
    UUID("a UUID"),
    /** What only one kind of database has: taken as it spells it. */
    OTHER("a value of a type of its own");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  public static ValueType of(Kind kind) {
    return new ValueType(kind, UNLIMITED, UNLIMITED);
  }

  public static ValueType of(Kind kind, int size) {
    return new ValueType(kind, size, UNLIMITED);
  }

  /**
   * {@return the type as which both sides are read, so that what they hold can be compared: the
   * target's, since its limits count; the source's where the target takes anything}
   */
  public static ValueType common(ValueType source, ValueType target) {
    return target.kind() == Kind.ANY ? of(source.kind()) : target;
  }

  /** {@return for example {@code a text of at most 20 characters}} */
  @Override
  public String toString() {
    return kind.words + limit();
  }

  private String limit() {
    return switch (kind) {
      case INTEGER -> size == UNLIMITED ? "" : " of %d bytes".formatted(size);
      case TEXT, PADDED_TEXT ->
          size == UNLIMITED ? "" : " of at most %d characters".formatted(size);
      case BYTES -> size == UNLIMITED ? "" : " that are at most %d".formatted(size);
      case DECIMAL ->
          size == UNLIMITED
              ? ""
              : " of at most %d digits, %d of them behind the point".formatted(size, digits);
      case TIME, ZONED_TIME, TIMESTAMP, MOMENT ->
          digits == UNLIMITED ? "" : " with at most %d digits of a second".formatted(digits);
      case ANY, BOOLEAN, DOUBLE, SINGLE, DATE, JSON, UUID, OTHER -> "";
    };
  }
}
