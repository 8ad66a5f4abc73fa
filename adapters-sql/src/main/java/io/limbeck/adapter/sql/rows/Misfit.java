package io.limbeck.adapter.sql.rows;

/** A value that a column cannot hold. */
public final class Misfit extends Exception {
  private final String value;
  private final String wanted;

  /**
   * @param value what it is, in words; never the value itself
   * @param wanted what the column takes, in words
   */
  public Misfit(String value, String wanted) {
    super(value + ", where the column takes " + wanted, null, false, false);
    this.value = value;
    this.wanted = wanted;
  }

  String value() {
    return value;
  }

  String wanted() {
    return wanted;
  }
}
