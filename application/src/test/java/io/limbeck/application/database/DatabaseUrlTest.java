package io.limbeck.application.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database's URL never shows its password. */
class DatabaseUrlTest {

  @ParameterizedTest
  @CsvSource({
    "postgresql://ada:secret@db/app,                postgresql://ada:***@db/app",
    "postgresql://ada:se/cr@et@db/app,              postgresql://ada:***@db/app",
    "postgresql://db/app?password=secret&sslmode=x, postgresql://db/app?password=***&sslmode=x",
    "postgresql://db/app?sslpassword=secret,        postgresql://db/app?sslpassword=***",
    "jdbc:h2:./app;PASSWORD=file user;MODE=MySQL,   jdbc:h2:./app;PASSWORD=***;MODE=MySQL"
  })
  void its_text_has_stars_instead(String url, String shown) {
    assertThat(DatabaseUrl.parse(url)).hasToString(shown);
  }

  @Test
  void words_that_are_no_url_are_refused_without_their_password() {
    for (String password : new String[] {"secret", "'top secret'", "'it\\'s secret'", "'secret"}) {
      assertThatThrownBy(() -> DatabaseUrl.parse("host=db password = " + password + " user=ada"))
          .hasMessageStartingWith("'host=db password = ***")
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void postgres_is_another_word_for_postgresql() {
    assertThat(DatabaseUrl.parse("postgres://db/app").scheme()).isEqualTo("postgresql");
    assertThat(DatabaseUrl.parse("POSTGRESQL+psycopg2://db/app").scheme()).isEqualTo("postgresql");
    assertThat(DatabaseUrl.parse("jdbc:postgresql:app").scheme()).isEqualTo("postgresql");
  }
}
