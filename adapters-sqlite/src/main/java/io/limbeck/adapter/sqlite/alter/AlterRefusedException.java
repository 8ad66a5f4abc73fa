package io.limbeck.adapter.sqlite.alter;

import java.sql.SQLException;
import java.util.regex.Pattern;

/** An ALTER TABLE that is not carried out; nothing of it was done. */
public sealed class AlterRefusedException extends SQLException permits Soundness.UnsoundException {
  private static final Pattern DRIVER = Pattern.compile("(?s)\\[(\\w+)\\] [^(]*\\((.*)\\)");

  private final String remedy;

  /**
   * @param reason what stands in the way, with names and numbers, without a full stop
   * @param remedy what to do about it, as a sentence; empty if mending the script is all
   */
  AlterRefusedException(String reason, String remedy) {
    super(reason);
    this.remedy = remedy;
  }

  AlterRefusedException(String reason, String remedy, SQLException cause) {
    super(reason, cause.getSQLState(), cause.getErrorCode(), cause);
    this.remedy = remedy;
  }

  public String remedy() {
    return remedy;
  }

  /** {@return SQLite's own words, without what the driver puts around them} */
  static String reason(SQLException refusal) {
    String message = String.valueOf(refusal.getMessage());
    var matcher = DRIVER.matcher(message);
    return matcher.matches() ? matcher.group(2) : message;
  }
}
