package io.limbeck.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.script.Draft;
import io.limbeck.domain.revision.Revision;
import io.limbeck.domain.revision.RevisionId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTemplateTest {
  private static final Path FOLDER = Path.of("/project");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%%(rev)s_%%(slug)s                                      | abc_add_it",
        "%%(year)d_%%(month).2d_%%(day).2d-%%(rev)s              | 2024_03_07-abc",
        "%%(year)04d/%%(month)02d/%%(rev).2s                     | 2024/03/ab",
        "%%(hour).2d%%(minute).2d%%(second).2d%%%%%%(epoch)d     | 080509%1709798709",
        "%%(month)3d%%(month)s                                   | '  33'"
      })
  void names_files_as_pythons_printf_does(String template, String expected) {
    assertThat(path("file_template = " + template)).isEqualTo(expected.replace("'", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%(what)s", "%%(rev)d", "%%(rev)", "%%x", "%%(month)f", "a%%"})
  void what_means_nothing_is_told(String template) {
    assertThatThrownBy(() -> path("file_template = " + template))
        .hasMessageContaining("file_template: '%s' means nothing", template.replace("%%", "%"))
        .hasMessageContaining("use rev, slug, epoch, year, month, day, hour, minute, second.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Add HedgeFundFlow table|add_hedgefundflow_table",
        "add_api_keys_table|add_api_keys_table",
        "Über ½ naïve!|über_½_naïve",
        "\uD83D\uDE00 smile|smile",
        "a b c d e f g h i j k l m n o p q r s t|a_b_c_d_e_f_g_h_i_j_k_l_m_n_o_p_q_r_s_t",
        "a b c d e f g h i j k l m n o p q r s t u|a_b_c_d_e_f_g_h_i_j_k_l_m_n_o_p_q_r_s_t_",
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"
            + "|abcdefghijklmnopqrstuvwxyzabcdefghijklmn_"
      })
  void a_slug_is_the_words_of_the_message(String message, String slug) {
    assertThat(new Slug(40).of(message)).isEqualTo(slug);
  }

  @Test
  void nothing_makes_an_empty_slug() {
    assertThat(new Slug(40).of("")).isEmpty();
    assertThat(new Slug(40).of("?!")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 40", "'', 40", "7, 7"})
  void no_limit_means_forty(String configured, int limit) {
    Configuration configuration =
        Calls.configuration(FOLDER, "truncate_slug_length = " + configured);

    assertThat(Slug.of(configuration).limit()).isEqualTo(limit);
  }

  @Test
  void a_configured_time_zone_gives_a_fixed_offset() {
    InstantSource instant = InstantSource.fixed(Instant.parse("2024-07-07T08:05:09Z"));

    assertThat(clock("timezone = Europe/Berlin", instant)).hasToString("2024-07-07T10:05:09+02:00");
    assertThat(clock("timezone = utc", instant)).hasToString("2024-07-07T08:05:09Z");
    assertThat(clock("", instant).getZone()).isEqualTo(java.time.ZoneId.systemDefault());
    assertThatThrownBy(() -> clock("timezone = Berlin", instant))
        .hasMessage(
            "Can't locate timezone: Berlin Write it as UTC or Europe/Berlin, or remove timezone.");
  }

  private static ZonedDateTime clock(String line, InstantSource instant) {
    return new NewScriptClock(Calls.configuration(FOLDER, line), instant).now();
  }

  private static String path(String line) {
    Revision revision =
        new Revision(new RevisionId("abc"), List.of(), List.of(), List.of(), "Add it");
    ZonedDateTime created = ZonedDateTime.parse("2024-03-07T08:05:09Z");
    return FileTemplate.of(Calls.configuration(FOLDER, line))
        .path(new Draft(revision, created, Optional.empty()));
  }
}
