package io.limbeck.adapter.sqlite;

import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.application.database.UnusableDatabaseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;

/**
 * What follows the question mark of a SQLite URL. {@code mode} and {@code immutable} are obeyed, as
 * SQLite documents them. What only says how an application's own connections behave, to Python's
 * driver or to JDBC's, is let pass and has no effect here. Everything else is refused, because a
 * mistyped {@code mode=ro} must not end in a write.
 */
final class UrlOptions {
  private static final Set<String> PYTHON =
      Set.of(
          "uri",
          "timeout",
          "detect_types",
          "isolation_level",
          "check_same_thread",
          "factory",
          "cached_statements",
          "autocommit");
  private static final Set<String> OURS = Set.of("mode", "immutable", "cache");
  private static final Set<String> ENCRYPTION = Set.of("password", "hexkey_mode");

  private final Map<String, String> values;
  private final DatabaseUrl url;

  private UrlOptions(Map<String, String> values, DatabaseUrl url) {
    this.values = values;
    this.url = url;
  }

  /**
   * @param query what follows the question mark; may be empty
   * @throws UnusableDatabaseException if it has an option that is not known
   */
  static UrlOptions parse(String query, DatabaseUrl url) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String option : query.split("&")) {
      int equals = option.indexOf('=');
      if (!option.isEmpty()) {
        String name = equals < 0 ? option : option.substring(0, equals);
        values.put(name.toLowerCase(Locale.ROOT), equals < 0 ? "" : option.substring(equals + 1));
      }
    }
    values.keySet().forEach(name -> check(name, url));
    return new UrlOptions(values, url);
  }

  boolean isMemory() {
    return values.getOrDefault("mode", "").equals("memory");
  }

  boolean isImmutable() {
    return Set.of("1", "true", "yes", "on").contains(values.getOrDefault("immutable", ""));
  }

  Location.Access access() {
    String mode = values.getOrDefault("mode", "rwc");
    return switch (mode) {
      case "ro" -> Location.Access.READ_ONLY;
      case "rw" -> Location.Access.EXISTING;
      case "rwc" -> isImmutable() ? Location.Access.READ_ONLY : Location.Access.CREATING;
      default ->
          throw new UnusableDatabaseException(
              "The database URL %s has the unknown mode '%s'.".formatted(url, mode),
              "Use mode=ro, mode=rw, mode=rwc or mode=memory.");
    };
  }

  private static void check(String name, DatabaseUrl url) {
    if (ENCRYPTION.contains(name)) {
      throw new UnusableDatabaseException(
          "The database URL %s asks for an encrypted database, which Limbeck cannot open."
              .formatted(url),
          "Migrate a copy that is not encrypted.");
    }
    if (!OURS.contains(name) && !PYTHON.contains(name) && !ofDriver().contains(name)) {
      throw new UnusableDatabaseException(
          "The database URL %s has the option '%s', which is not known.".formatted(url, name),
          "Take it out; mode=ro, mode=rw and immutable=1 are understood.");
    }
  }

  private static Set<String> ofDriver() {
    return Stream.of(SQLiteConfig.Pragma.values())
        .map(pragma -> pragma.pragmaName.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
