package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the admin is started, and when it is not. */
class ServeTest {
  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void write_a_project() {
    project = Project.drawn(folder, "a1");
  }

  @Test
  void another_address_than_loopback_needs_a_token() {
    assertFails(
        project.limbeck("serve", "--host", "0.0.0.0", "--port", "0"),
        """
        FAILED: On 0.0.0.0 others than this machine could read, and there is no token.
          Give the server a token, or have it listen on 127.0.0.1.
        """);
  }

  @Test
  void writes_need_a_token() {
    assertFails(
        project.limbeck("serve", "--allow-writes", "--port", "0"),
        """
        FAILED: Writes are allowed to whoever knows the token, and there is none.
          Give the server a token, or let it only read.
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "short|The token has 5 characters; it needs at least 16.",
        "sixteen letters or more|The token has characters that a request cannot send: blanks, or"
            + " others than ASCII.",
      })
  void a_token_that_is_none_is_refused(String token, String problem) {
    Project.Printed printed =
        project.limbeck(Map.of("LIMBECK_TOKEN", token), "serve", "--port", "0");

    assertFails(
        printed,
        """
        FAILED: %s
          Make one %s, for example with: openssl rand -hex 32
        """
            .formatted(
                problem,
                token.equals("short") ? "that nobody can guess" : "of letters and digits"));
    assertThat(printed.err()).doesNotContain(token + " ");
  }

  @Test
  void a_token_is_read_from_a_file() throws Exception {
    Files.writeString(folder.resolve("token"), "a-token-in-a-file-of-its-own\n");

    try (Served served = Served.by(folder, "--allow-writes", "--token-file", "token")) {
      assertThat(served.order("upgrade", "{\"target\":\"head\",\"heads\":[]}").status())
          .isEqualTo(401);
      Served.Answer begun =
          served.post(
              "/api/upgrade",
              "{\"target\":\"head\",\"heads\":[]}",
              "Content-Type",
              "application/json",
              "Authorization",
              "Bearer a-token-in-a-file-of-its-own");
      served.get(begun.header("Location") + "/events");
    }
    assertThat(project.rows()).containsExactly("a1");
  }

  @Test
  void a_token_file_that_is_not_there_is_told() {
    Project.Printed printed = project.limbeck("serve", "--token-file", "none", "--port", "0");

    assertThat(printed.exitCode()).isEqualTo(2);
    assertThat(printed.err())
        .isEqualTo(
            """
            FAILED: The token file %s cannot be read: it does not exist
              Name a file that holds the token and nothing else.
            """
                .formatted(folder.resolve("none")));
  }

  @Test
  void a_token_is_no_argument() {
    assertThat(project.limbeck("serve", "--token", "a-token-in-an-argument").err())
        .startsWith("FAILED: Unknown option: '--token'");
  }

  @Test
  void a_port_that_is_taken_is_told() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Project.Printed printed =
          project.limbeck("serve", "--port", Integer.toString(taken.getLocalPort()));

      assertFails(
          printed,
          """
          FAILED: Nothing can listen on 127.0.0.1, port %d: Address already in use.
            Use another port, 0 for any that is free, or end what listens there.
          """
              .formatted(taken.getLocalPort()));
    }
  }

  @Test
  void a_port_or_a_host_that_is_none_is_told() {
    assertFails(
        project.limbeck("serve", "--port", "70000"),
        """
        FAILED: 70000 is no port.
          Use one from 1 to 65535, or 0 for any that is free.
        """);
    assertThat(project.limbeck("serve", "--host", "no.such.host.invalid").err())
        .startsWith("FAILED: 'no.such.host.invalid' is no name or address that is known here.");
  }

  @Test
  void the_configuration_marks_the_database() {
    project.write(
        "alembic.ini",
        """
        [alembic]
        script_location = %(here)s/migrations
        sqlalchemy.url = sqlite:///%(here)s/app.db
        mark = production
        mark_color = #00aa11
        """);

    try (Served served = Served.by(folder)) {
      assertThat(served.get("/api/status").result().path("mark"))
          .hasToString("{\"name\":\"production\",\"color\":\"#00aa11\"}");
    }
  }

  @Test
  void a_colour_that_is_none_is_told_at_once() {
    Project.Printed printed =
        project.limbeck("serve", "--port", "0", "-x", "mark=production", "-x", "mark_color=red");

    assertFails(
        printed,
        """
        FAILED: This run's settings: mark_color: 'red' is no colour; write it as #b00020.
          Set it to something else, or remove it.
        """);
  }

  @Test
  void a_further_name_is_allowed_when_it_is_named() {
    try (Served served = Served.by(folder, "--allowed-host", "limbeck.example")) {
      assertThat(
              served.raw(
                  "GET /api/status HTTP/1.1\r\nHost: limbeck.example\r\nConnection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void a_stopped_server_has_let_go_of_its_port() {
    Served served = Served.by(folder);
    served.get("/api/status");
    served.close();

    assertThat(served.err()).endsWith("INFO  [limbeck] Stopping.\n");
    assertThatThrownBy(served::connect).isInstanceOf(IOException.class);
  }

  private static void assertFails(Project.Printed printed, String err) {
    assertThat(printed.err()).isEqualTo(err);
    assertThat(printed.exitCode()).isEqualTo(1);
    assertThat(printed.out()).isEmpty();
  }
}
