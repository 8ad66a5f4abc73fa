package io.limbeck.adapter.files;

import io.limbeck.application.Invocation;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.database.DatabaseSettings.Signature;
import io.limbeck.application.database.DatabaseUrl;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the invocation and the configuration say about the database. */
record DatabaseConfiguration(Configuration configuration, Invocation invocation) {
  private static final String URL = "sqlalchemy.url";
  private static final String LOCK_TIMEOUT = "lock_timeout";
  private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*(ms|s|m|)");

  /**
   * @throws ConfigurationException if no database is named, or a setting cannot be understood
   */
  DatabaseSettings settings(Signature signature, InstantSource clock) {
    return new DatabaseSettings(
        url(),
        invocation.workingDirectory(),
        table("version_table", "alembic_version"),
        table("history_table", "limbeck_history"),
        configuration.get("version_table_schema").map(String::strip),
        lockTimeout(),
        signature,
        clock);
  }

  private DatabaseUrl url() {
    return Stream.of("SQLALCHEMY_URL", "LIMBECK_URL", "DATABASE_URL")
        .map(name -> Optional.ofNullable(invocation.environment().get(name)))
        .reduce(invocation.url(), DatabaseConfiguration::orElse)
        .filter(url -> !url.isBlank())
        .or(() -> configuration.get(URL))
        .map(String::strip)
        .map(DatabaseUrl::parse)
        .orElseThrow(() ->
            new ConfigurationException(
                "No database is named.",
                "Set %s in the configuration, set the variable SQLALCHEMY_URL, or name the"
                        .formatted(URL)
                    + " database's URL in the call."));
  }

  private static Optional<String> orElse(Optional<String> first, Optional<String> second) {
    return first.filter(url -> !url.isBlank()).or(() -> second);
  }

  private String table(String key, String unset) {
    return configuration.get(key).map(String::strip).orElse(unset);
  }

  private Duration lockTimeout() {
    return configuration
        .get(LOCK_TIMEOUT)
        .map(text -> {
          Matcher time = TIME.matcher(text.strip());
          if (!time.matches()) {
            throw configuration.error(
                LOCK_TIMEOUT, "'%s' is no time; write 30, 30s, 500ms or 2m".formatted(text));
          }
          BigDecimal millis =
              new BigDecimal(time.group(1))
                  .multiply(
                      switch (time.group(2)) {
                        case "ms" -> BigDecimal.ONE;
                        case "m" -> BigDecimal.valueOf(60_000);
                        default -> BigDecimal.valueOf(1000);
                      });
          return Duration.ofMillis(millis.longValue());
        })
        .orElse(Duration.ofSeconds(60));
  }
}
