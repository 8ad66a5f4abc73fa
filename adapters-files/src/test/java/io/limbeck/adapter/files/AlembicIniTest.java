package io.limbeck.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.domain.LimbeckException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlembicIniTest {
  private static final Path FILE = Path.of("/project/alembic.ini");

  /** The shape of the file that the first real project has. */
  private static final String PROJECT =
      """
      # A generic, single database configuration.

      [alembic]
      # Where the scripts are.
      script_location = alembic
      # file_template = %%(rev)s_%%(slug)s
      prepend_sys_path = .
      version_path_separator = os  # Use os.pathsep.
      sqlalchemy.url = sqlite:///./hedge_fund.db

      [post_write_hooks]
      # hooks = black
      # black.options = -l 79 REVISION_SCRIPT_FILENAME

      [loggers]
      keys = root,sqlalchemy,alembic

      [logger_root]
      level = WARN
      qualname =

      [handler_console]
      class = StreamHandler
      args = (sys.stderr,)

      [formatter_generic]
      format = %(levelname)-5.5s [%(name)s] %(message)s
      datefmt = %H:%M:%S
      """;

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void a_project_made_by_alembic_is_read_whatever_its_line_ends(String lineEnd) {
    AlembicIni ini = AlembicIni.parse("\uFEFF" + PROJECT.replace("\n", lineEnd), FILE);

    Configuration alembic = Configuration.of(ini, Calls.in(Path.of("/project")));
    assertThat(ini.sections())
        .containsExactly(
            "alembic",
            "post_write_hooks",
            "loggers",
            "logger_root",
            "handler_console",
            "formatter_generic");
    assertThat(alembic.get("script_location")).contains("alembic");
    assertThat(alembic.get("SQLAlchemy.URL")).contains("sqlite:///./hedge_fund.db");
    assertThat(alembic.get("version_path_separator")).contains("os  # Use os.pathsep.");
    assertThat(alembic.get("file_template")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "key = value                  | value",
        "key: value                   | value",
        "key:a=b                      | a=b",
        "key=a:b                      | a:b",
        "KEY = value ; not a comment  | value ; not a comment",
        "key = a\\n  b\\n\\n  c\\n    | a¶b¶¶c",
        "key = a\\n# out\\n ; out\\n b| a¶b",
        "key =\\n  a\\n  b            | ¶a¶b",
        "\\n  key = a\\n  other = b   | a",
        "key = 100%%                  | 100%",
        "key = %(here)s/x             | /project/x",
        "key = %(OTHER)s!\\nother = b | b!",
        "key = %(other)s\\nother = %%(x)s | %(x)s",
        "key = a [b]                  | a [b]",
      })
  void values_are_those_of_pythons_parser(String lines, String expected) {
    Configuration configuration =
        Calls.configuration(Path.of("/project"), lines.replace("\\n", "\n"));

    assertThat(configuration.get("key").map(value -> value.replace('\n', '¶')))
        .contains(expected.strip());
  }

  @Test
  void the_default_section_serves_all() {
    AlembicIni ini =
        AlembicIni.parse("[DEFAULT]\nhere = /else\nx = 1\n[alembic]\nx = 2\n[other]\n", FILE);

    assertThat(ini.sections()).containsExactly("alembic", "other");
    assertThat(ini.value("alembic", "x").orElseThrow().raw()).isEqualTo("2");
    assertThat(ini.value("other", "x").orElseThrow().raw()).isEqualTo("1");
    assertThat(ini.value("other", "here").orElseThrow().line()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "key = value|1: a section has to come first. Begin the file with a line [alembic].",
        "[a]\\n[b]\\n[a]|3: section [a] is there already. Make one section of both.",
        "[a]\\nx=1\\nX : 2|3: 'x' is set already, in line 2. Keep one of them.",
        "[a]\\nnonsense|2: this is neither a section nor a key with a value. Write key = value.",
        "[a]\\n= value|2: this is neither a section nor a key with a value. Write key = value.",
        "[]|1: a section has to come first. Begin the file with a line [alembic]."
      })
  void what_cannot_be_understood_is_named_with_its_line(String text, String message) {
    assertThatThrownBy(() -> AlembicIni.parse(text.replace("\\n", "\n"), FILE))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("/project/alembic.ini:" + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "50% off|a percent sign stands for itself only when doubled, %%",
        "%(here)|a percent sign stands for itself only when doubled, %%",
        "%()s|a percent sign stands for itself only when doubled, %%",
        "%|a percent sign stands for itself only when doubled, %%",
        "%(nothing)s|it refers to 'nothing', which is not set",
        "%(key)s|its values refer to each other without end"
      })
  void what_cannot_be_interpolated_is_named_without_its_value(String value, String problem) {
    Configuration configuration = Calls.configuration(Path.of("/project"), "key = " + value);

    assertThatThrownBy(() -> configuration.get("key"))
        .hasMessage(
            "/project/alembic.ini:2: key: %s. Set it to something else, or remove it.", problem);
  }

  @Test
  @Timeout(10)
  void values_that_multiply_end() {
    String lines =
        IntStream.range(0, 9)
            .mapToObj(i -> "k%d = %s".formatted(i, "%%(k%d)s".formatted(i + 1).repeat(50)))
            .reduce("k9 =", (all, line) -> all + "\n" + line);
    Configuration configuration = Calls.configuration(Path.of("/project"), lines);

    assertThatThrownBy(() -> configuration.get("k0")).hasMessageContaining("without end");
  }

  static IntStream seeds() {
    return IntStream.range(0, 30);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noise_is_read_or_refused(int seed) {
    List<String> pieces =
        List.of(
            "[alembic]",
            "[",
            "]",
            "key",
            "=",
            ":",
            "\n",
            "\r",
            " ",
            "\t",
            "%",
            "%%",
            "%(",
            "(key)s",
            "%(key)s",
            "%(here)s",
            "#",
            ";",
            "\0",
            "ä",
            "value",
            "DEFAULT",
            "\uFEFF");
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "[alembic]\nkey = a\n" : "");
      for (int count = random.nextInt(20); count > 0; count--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      byte[] bytes = new byte[random.nextInt(20)];
      random.nextBytes(bytes);
      check(text.toString());
      check(text + new String(bytes, StandardCharsets.ISO_8859_1));
    }
  }

  private static void check(String text) {
    try {
      Configuration.of(AlembicIni.parse(text, FILE), Calls.in(Path.of("/project"))).get("key");
    } catch (LimbeckException planned) {
      assertThat(planned.remedy()).as(text).isNotBlank();
    }
  }
}
