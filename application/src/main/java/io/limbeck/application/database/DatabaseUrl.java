package io.limbeck.application.database;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a database is, in SQLAlchemy's spelling ({@code sqlite:///app.db}) or JDBC's ({@code
 * jdbc:sqlite:app.db}). Its text never shows the password: see {@link #full()}.
 */
public final class DatabaseUrl {
  private static final Pattern SCHEME =
      Pattern.compile("(?:jdbc:)?([A-Za-z][A-Za-z0-9]*)(?:\\+[A-Za-z0-9_]+)?:.*", Pattern.DOTALL);
  private static final Pattern USER_PASSWORD = Pattern.compile("(//[^/@:?#]*):.*@");
  private static final Pattern PASSWORD_OPTION =
      Pattern.compile("(?i)([?&;](?:[a-z_]*password|pwd|passphrase|key)=)[^&;]*");

  // libpq's other way to say where a database is, which has no scheme: host=db password='a b'.
  private static final Pattern PASSWORD_WORD =
      Pattern.compile("(?i)(^|\\s)(\\w*password\\s*=\\s*)('(?:[^'\\\\]|\\\\.)*'?|\\S+)");

  private final String full;
  private final String scheme;

  private DatabaseUrl(String full, String scheme) {
    this.full = full;
    this.scheme = scheme;
  }

  /**
   * @throws UnusableDatabaseException if {@code text} has no scheme
   */
  public static DatabaseUrl parse(String text) {
    Matcher matcher = SCHEME.matcher(text);
    if (!matcher.matches()) {
      throw new UnusableDatabaseException(
          "'%s' is no database URL: it does not begin with a scheme.".formatted(masked(text)),
          "Write it as sqlite:///relative/path.db, sqlite:////absolute/path.db, jdbc:h2:mem:name or"
              + " postgresql://user@host/name.");
    }
    String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
    return new DatabaseUrl(text, scheme.equals("postgres") ? "postgresql" : scheme);
  }

  /** {@return the kind of database: {@code sqlite}, {@code h2}, {@code postgresql}; lower case} */
  public String scheme() {
    return scheme;
  }

  /** {@return the URL with its password: for connecting, never for output} */
  public String full() {
    return full;
  }

  /** {@return the URL with every password replaced by {@code ***}} */
  @Override
  public String toString() {
    return masked(full);
  }

  private static String masked(String url) {
    String user = USER_PASSWORD.matcher(url).replaceAll("$1:***@");
    String options = PASSWORD_OPTION.matcher(user).replaceAll("$1***");
    return PASSWORD_WORD.matcher(options).replaceAll("$1$2***");
  }
}
