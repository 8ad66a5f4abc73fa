package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bash makes of the completion script. */
class CompletionTest {
  @TempDir private Path folder;

  private String bash(String commands) throws IOException, InterruptedException {
    Project project = new Project(folder);
    project.write(
        "completion", Project.limbeck(folder, Map.of(), false, "completion", "bash").out());
    project.write("alembic.ini", "");
    // compopt works only while bash itself completes.
    String script = "compopt() { :; }\nsource completion\n" + commands;
    Process process =
        new ProcessBuilder("bash", "--norc", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.strip();
  }

  private List<String> completed(String... words) throws IOException, InterruptedException {
    String output =
        bash(
            "COMP_WORDS=(limbeck %s ''); COMP_CWORD=$((${#COMP_WORDS[@]} - 2)); unset"
                    .formatted(String.join(" ", words))
                + " \"COMP_WORDS[$((COMP_CWORD + 1))]\"; _complete_limbeck; echo"
                + " \"${COMPREPLY[@]}\"");
    return output.isEmpty() ? List.of() : List.of(output.split("\\s+"));
  }

  @Test
  void bash_is_told_how_to_complete() throws Exception {
    assertThat(bash("complete -p limbeck"))
        .isEqualTo("complete -o default -F _complete_limbeck limbeck");
  }

  @Test
  void commands_are_completed() throws Exception {
    assertThat(completed("upg")).containsExactly("upgrade");
    assertThat(completed("h")).containsExactly("heads", "history");
    assertThat(completed("--no-color", "dow")).containsExactly("downgrade");
  }

  @Test
  void options_are_completed_before_a_command_and_after_it() throws Exception {
    assertThat(completed("--")).contains("--config", "--json", "--url").doesNotContain("--sql");
    assertThat(completed("upgrade", "--")).contains("--dry-run", "--sql", "--json");
    assertThat(completed("downgrade", "--con")).contains("--confirm");
  }

  @Test
  void values_are_completed() throws Exception {
    assertThat(completed("completion", "''")).containsExactly("bash", "zsh");
    assertThat(completed("-c", "al")).containsExactly("alembic.ini");
  }

  @Test
  void zsh_gets_a_script_that_loads_what_reads_it() {
    assertThat(Project.limbeck(folder, Map.of(), false, "completion", "zsh").out())
        .contains("autoload -U +X bashcompinit && bashcompinit")
        .contains("complete -F _complete_limbeck -o default limbeck");
  }
}
