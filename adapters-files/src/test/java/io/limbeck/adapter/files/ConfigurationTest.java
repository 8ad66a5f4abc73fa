package io.limbeck.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.database.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
  private static final DatabaseSettings.Signature ME =
      new DatabaseSettings.Signature("me@here", "1");

  @TempDir Path folder;

  @Test
  void the_file_is_the_named_one_then_the_variables_then_the_nearest() throws IOException {
    Path below = Files.createDirectories(folder.resolve("a/b"));
    Path nearest = ini(folder, "alembic.ini");
    Path other = ini(below, "other.ini");
    Map<String, String> variable = Map.of("ALEMBIC_CONFIG", "other.ini");

    assertThat(ConfigurationFile.find(Calls.in(below))).isEqualTo(nearest);
    assertThat(ConfigurationFile.find(Calls.with(below, Map.of(), variable))).isEqualTo(other);
    assertThat(ConfigurationFile.find(Calls.named(folder, "a/b/other.ini"))).isEqualTo(other);
    assertThat(ConfigurationFile.find(Calls.named(below, other.toString()))).isEqualTo(other);
  }

  @Test
  void a_missing_file_is_told_with_the_places_looked_at() {
    assertThatThrownBy(() -> Configuration.of(Calls.in(folder)))
        .hasMessage(
            "There is no alembic.ini in %s, nor in any folder above it. Name the configuration"
                + " file, set ALEMBIC_CONFIG, or make one with init.",
            folder);
    assertThatThrownBy(() -> Configuration.of(Calls.named(folder, "no.ini")))
        .hasMessage(
            "There is no configuration file %s. Name one that exists, or make one with init.",
            folder.resolve("no.ini"));
  }

  @Test
  void a_file_that_is_not_text_is_told() throws IOException {
    Files.write(folder.resolve("alembic.ini"), new byte[] {'[', (byte) 0xff});

    assertThatThrownBy(() -> Configuration.of(Calls.in(folder)))
        .hasMessage("%s is not UTF-8. Save it as UTF-8.", folder.resolve("alembic.ini"));
  }

  @Test
  void an_unknown_section_is_told_with_the_known_ones() throws IOException {
    Path ini = Files.writeString(folder.resolve("alembic.ini"), "[alembic]\n[test]\n");

    assertThatThrownBy(() -> Configuration.of(Calls.section(folder, "prod")))
        .hasMessage("%s has no section [prod]. It has: alembic, test.", ini);
  }

  @Test
  void an_override_replaces_a_key_as_it_stands() throws IOException {
    Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nurl = %(host)s/x\nhost = a\n");
    Map<String, String> overrides = Map.of("HOST", "50%", "new", "%(x)s");

    Configuration configuration = Configuration.of(Calls.with(folder, overrides, Map.of()));

    assertThat(configuration.get("url")).contains("50%/x");
    assertThat(configuration.get("new")).contains("%(x)s");
  }

  @Test
  void the_database_is_named_by_the_call_then_the_variables_then_the_file() {
    Configuration ini = Calls.configuration(folder, "sqlalchemy.url = sqlite:///ini.db");
    Map<String, String> all =
        Map.of("SQLALCHEMY_URL", "a:1", "LIMBECK_URL", "b:2", "DATABASE_URL", "c:3");
    Map<String, String> last = Map.of("SQLALCHEMY_URL", "", "DATABASE_URL", "c:3");

    assertThat(url(ini, Calls.url(folder, "x:0", all))).isEqualTo("x:0");
    assertThat(url(ini, Calls.with(folder, Map.of(), all))).isEqualTo("a:1");
    assertThat(url(ini, Calls.with(folder, Map.of(), last))).isEqualTo("c:3");
    assertThat(url(ini, Calls.in(folder))).isEqualTo("sqlite:///ini.db");
    assertThatThrownBy(() -> url(Calls.configuration(folder), Calls.in(folder)))
        .hasMessage(
            "No database is named. Set sqlalchemy.url in the configuration, set the variable"
                + " SQLALCHEMY_URL, or name the database's URL in the call.");
  }

  @Test
  void what_the_database_keeps_has_alembics_names_unless_told_otherwise() {
    DatabaseSettings settings = settings("sqlalchemy.url = sqlite://");
    DatabaseSettings named =
        settings(
            "sqlalchemy.url = sqlite://",
            "version_table = v",
            "history_table = h",
            "version_table_schema = s");

    assertThat(settings.versionTable()).isEqualTo("alembic_version");
    assertThat(settings.historyTable()).isEqualTo("limbeck_history");
    assertThat(settings.schema()).isEmpty();
    assertThat(settings.lockTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(named.versionTable()).isEqualTo("v");
    assertThat(named.historyTable()).isEqualTo("h");
    assertThat(named.schema()).contains("s");
  }

  @ParameterizedTest
  @CsvSource({"30, 30000", "1.5, 1500", "30s, 30000", "500ms, 500", "2 m, 120000", "0, 0"})
  void a_time_is_seconds_unless_it_says_otherwise(String text, long millis) {
    assertThat(settings("sqlalchemy.url = sqlite://", "lock_timeout = " + text).lockTimeout())
        .hasMillis(millis);
  }

  @ParameterizedTest
  @CsvSource({"-1", "soon", "1h", "1.5.2", "99999999999"})
  void what_is_no_time_is_told(String text) {
    assertThatThrownBy(() -> settings("sqlalchemy.url = sqlite://", "lock_timeout = " + text))
        .hasMessage(
            "%s:3: lock_timeout: '%s' is no time; write 30, 30s, 500ms or 2m. Set it to something"
                + " else, or remove it.",
            folder.resolve("alembic.ini"), text);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "True, true", "false, false", "'', false"})
  void a_flag_is_true_or_false(String text, boolean expected) {
    assertThat(Calls.configuration(folder, "flag = " + text).flag("flag", false))
        .isEqualTo(expected);
    assertThatThrownBy(() -> Calls.configuration(folder, "flag = ja").flag("flag", false))
        .hasMessageContaining("flag: 'ja' is neither true nor false.");
  }

  private DatabaseSettings settings(String... lines) {
    return new DatabaseConfiguration(Calls.configuration(folder, lines), Calls.in(folder))
        .settings(ME, InstantSource.system());
  }

  private static String url(
      Configuration configuration, io.limbeck.application.Invocation invocation) {
    return new DatabaseConfiguration(configuration, invocation)
        .settings(ME, InstantSource.system())
        .url()
        .full();
  }

  private static Path ini(Path folder, String name) throws IOException {
    return Files.writeString(folder.resolve(name), "[alembic]\n");
  }
}
