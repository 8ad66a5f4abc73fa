package io.limbeck.adapter.files;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

/** Tells the date of a new script, in the {@code timezone} of the configuration. */
record NewScriptClock(Configuration configuration, InstantSource source) {
  private static final String KEY = "timezone";

  /**
   * {@return now, with a fixed offset if a time zone is configured, else in the machine's}
   *
   * @throws ConfigurationException if nobody knows the configured one
   */
  ZonedDateTime now() {
    Optional<String> name = configuration.get(KEY).map(String::strip);
    return name.isEmpty()
        ? source.instant().atZone(ZoneId.systemDefault())
        : source.instant().atZone(zone(name.get())).withFixedOffsetZone();
  }

  private static ZoneId zone(String name) {
    return find(name)
        .or(() -> find(name.toUpperCase(Locale.ROOT)))
        .orElseThrow(() ->
            new ConfigurationException(
                "Can't locate timezone: %s".formatted(name),
                "Write it as UTC or Europe/Berlin, or remove %s.".formatted(KEY)));
  }

  private static Optional<ZoneId> find(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
