package io.limbeck.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.adapter.sqlite.Location.Access;
import io.limbeck.application.database.DatabaseUrl;
import io.limbeck.application.database.UnusableDatabaseException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteUrlTest {
  private static final Path HERE = Path.of("/srv/app");

  @ParameterizedTest
  @CsvSource({
    "sqlite:///hedge_fund.db, /srv/app/hedge_fund.db",
    "sqlite:///./hedge_fund.db, /srv/app/hedge_fund.db",
    "sqlite:///../data/x.db, /srv/data/x.db",
    "sqlite:////var/lib/x.db, /var/lib/x.db",
    "sqlite+pysqlite:///x.db, /srv/app/x.db",
    "sqlite+aiosqlite:////x.db, /x.db",
    "SQLite:///x.db, /srv/app/x.db",
    "jdbc:sqlite:x.db, /srv/app/x.db",
    "jdbc:sqlite:/var/x.db, /var/x.db",
    "JDBC:SQLite:x.db, /srv/app/x.db",
    "sqlite:///my data.db, /srv/app/my data.db",
    "sqlite:///x.db?timeout=5&check_same_thread=false, /srv/app/x.db",
    "jdbc:sqlite:x.db?foreign_keys=on&journal_mode=WAL, /srv/app/x.db",
    "jdbc:sqlite:file:x.db, /srv/app/x.db",
    "sqlite:///file:x.db?uri=true, /srv/app/x.db",
    "sqlite:///file:///var/x.db?uri=true, /var/x.db",
    "sqlite:///file://localhost/var/x.db?uri=true, /var/x.db",
    "sqlite:///file:x.db#part?uri=true, /srv/app/x.db",
  })
  void a_file_is_found_as_sqlalchemy_and_jdbc_find_it(String url, Path file) {
    assertThat(parse(url)).isEqualTo(new Location(Optional.of(file), Access.CREATING, false));
  }

  @Test
  void a_path_is_taken_as_it_stands_but_a_file_uri_is_decoded() {
    assertThat(parse("sqlite:///a%20b+c.db").file()).contains(HERE.resolve("a%20b+c.db"));
    assertThat(parse("sqlite:///file:a%20b+c.db?uri=true").file())
        .contains(HERE.resolve("a b+c.db"));
  }

  @Test
  void a_drive_letter_stays_in_front() {
    assertThat(parse("sqlite:///C:\\data\\app.db").file())
        .contains(HERE.resolve("C:\\data\\app.db"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite+pysqlite:///:memory:",
        "sqlite://?timeout=3",
        "jdbc:sqlite::memory:",
        "jdbc:sqlite:",
        "sqlite:///file::memory:?uri=true",
        "sqlite:///file:x?mode=memory&cache=shared&uri=true",
      })
  void these_are_in_memory(String url) {
    assertThat(parse(url)).isEqualTo(Location.inMemory());
  }

  @Test
  void the_mode_says_what_may_be_done() {
    assertThat(parse("sqlite:///x.db?mode=ro").access()).isEqualTo(Access.READ_ONLY);
    assertThat(parse("sqlite:///x.db?mode=rw").access()).isEqualTo(Access.EXISTING);
    assertThat(parse("sqlite:///x.db?mode=rwc").access()).isEqualTo(Access.CREATING);
    assertThat(parse("sqlite:///x.db?immutable=1"))
        .isEqualTo(new Location(Optional.of(HERE.resolve("x.db")), Access.READ_ONLY, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sqlite://x.db | The database URL sqlite://x.db names a host or has too few slashes; SQLite"
            + " has only files. Write sqlite:///relative/path.db with three slashes, or"
            + " sqlite:////absolute/path.db with four.",
        "sqlite:x.db | The database URL sqlite:x.db names a host or has too few slashes; SQLite has"
            + " only files. Write sqlite:///relative/path.db with three slashes, or"
            + " sqlite:////absolute/path.db with four.",
        "sqlite:///x.db?moed=ro | The database URL sqlite:///x.db?moed=ro has the option 'moed',"
            + " which is not known. Take it out; mode=ro, mode=rw and immutable=1 are understood.",
        "sqlite:///x.db?mode=read | The database URL sqlite:///x.db?mode=read has the unknown mode"
            + " 'read'. Use mode=ro, mode=rw, mode=rwc or mode=memory.",
        "jdbc:sqlite:x.db?password=geheim | The database URL jdbc:sqlite:x.db?password=*** asks for"
            + " an encrypted database, which Limbeck cannot open. Migrate a copy that is not"
            + " encrypted.",
        "jdbc:sqlite::resource:x.db | The database URL jdbc:sqlite::resource:x.db names a resource"
            + " of the class path, which cannot be migrated. Name a file:"
            + " sqlite:///relative/path.db or sqlite:////absolute/path.db.",
        "jdbc:sqlite:file://elsewhere/x.db | The database URL jdbc:sqlite:file://elsewhere/x.db"
            + " names the host 'elsewhere'; SQLite has only files. Write file:relative/path.db or"
            + " file:///absolute/path.db.",
        "jdbc:sqlite:file:100%.db | The database URL jdbc:sqlite:file:100%.db has a percent sign"
            + " that no two hexadecimal digits follow. Write %25 for a percent sign in a file:"
            + " URI.",
      })
  void what_cannot_be_understood_is_told(String url, String message) {
    assertThatThrownBy(() -> parse(url))
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessage(message);
  }

  private static Location parse(String url) {
    return SqliteUrl.parse(DatabaseUrl.parse(url), HERE);
  }
}
