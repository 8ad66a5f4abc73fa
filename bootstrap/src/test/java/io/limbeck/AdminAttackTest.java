package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people try on a server that they should not reach, or not in this way. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class AdminAttackTest {
  private static final String UP = "{\"target\":\"head\",\"heads\":[]}";

  @TempDir private Path folder;
  private Project project;
  private Served served;

  @BeforeEach
  void serve_two_revisions() {
    project = Project.drawn(folder, "a1 -> b2");
    served = Served.writing(project);
  }

  @AfterEach
  void stop() {
    assertThat(served.get("/health/live").status()).as("it still serves").isEqualTo(200);
    assertThat(served.err()).as("nothing failed that nobody foresaw").doesNotContain("Exception");
    served.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/../index.html",
        "/assets/../../HttpAdmin.class",
        "/assets/..%2f..%2fHttpAdmin.class",
        "/assets/%2e%2e/%2e%2e/HttpAdmin.class",
        "/assets/..%5c..%5cHttpAdmin.class",
        "/assets/%2fetc%2fpasswd",
        "/assets//etc/passwd",
        "/assets/main.js%00.css",
        "/assets/.hidden",
        "/assets/",
        "/api/revisions/..%2f..%2falembic.ini",
        "/api/revisions/%2e%2e",
        "/api/revisions/a1%00",
        "/api/revisions/..",
        "/api/operations/..%2f..%2fstatus",
        "//etc/passwd",
        "/../../../../etc/passwd",
      })
  void a_path_leads_to_nothing_outside(String path) {
    String answer = served.raw(get(path, "Host: localhost"));

    assertThat(answer).startsWith("HTTP/1.1 404 ").doesNotContain("root:", "CAFEBABE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; DROP TABLE alembic_version; --",
        "head' OR '1'='1",
        "a1\\\"; DELETE FROM t_a1; --",
        "%' UNION SELECT script FROM limbeck_history --",
        "$(touch pwned)",
        "a1\\u0000",
      })
  void sql_in_a_target_is_a_name_that_nobody_has(String target) {
    project.limbeck("upgrade", "a1");

    Served.Answer up =
        served.order("upgrade", "{\"target\":\"%s\",\"heads\":[\"a1\"]}".formatted(target));
    Served.Answer head =
        served.order("stamp", "{\"target\":\"b2\",\"heads\":[\"%s\"]}".formatted(target));

    assertThat(up.status()).as(up.text()).isEqualTo(422);
    assertThat(head.status()).isEqualTo(409);
    assertThat(project.rows()).containsExactly("a1");
    assertThat(project.query("SELECT name FROM t_a1")).containsExactly("one");
  }

  @ParameterizedTest
  @CsvSource({
    "evil.example, 403",
    "evil.example:8080, 403",
    "localhost.evil.example, 403",
    "127.0.0.1.evil.example, 403",
    "localhost@evil.example, 403",
    "[::1].evil.example, 403",
    "localhost, 200",
    "LOCALHOST:1, 200",
    "127.0.0.1:9, 200",
    "[::1]:9, 200",
  })
  void another_host_name_is_not_answered(String host, int status) {
    assertThat(served.raw(get("/api/status", "Host: " + host)))
        .startsWith("HTTP/1.1 %d ".formatted(status));
  }

  @Test
  void what_a_proxy_would_say_about_the_host_is_not_believed() {
    assertThat(served.raw(get("/api/status", "Host: evil.example", "X-Forwarded-Host: localhost")))
        .startsWith("HTTP/1.1 403 ");
    assertThat(served.raw(get("/api/status", "Host: localhost", "Host: evil.example")))
        .startsWith("HTTP/1.1 400 ");
    assertThat(served.raw("GET /api/status HTTP/1.0\r\n\r\n")).contains(" 400 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://evil.example",
        "Origin: null",
        "Origin: http://localhost:1",
        "Origin: http://localhost.evil.example",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
      })
  void a_page_of_another_site_can_order_nothing(String header) {
    String answer = served.raw(order(UP, header));

    assertThat(answer).startsWith("HTTP/1.1 403 ").doesNotContain("Access-Control-Allow");
    assertThat(List.of(folder.toFile().list())).doesNotContain("app.db");
  }

  @Test
  void the_servers_own_page_can() {
    assertThat(served.raw(order(UP, "Origin: http://localhost", "Sec-Fetch-Site: same-origin")))
        .startsWith("HTTP/1.1 202 ");
  }

  @Test
  void a_link_from_another_site_shows_the_page_and_no_more() {
    String navigation =
        "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: ";

    assertThat(served.raw(get("/", "Host: localhost", navigation + "document")))
        .startsWith("HTTP/1.1 200 ");
    assertThat(served.raw(get("/", "Host: localhost", navigation + "iframe")))
        .startsWith("HTTP/1.1 403 ");
  }

  @Test
  void a_token_in_the_address_or_in_a_cookie_is_none() {
    String body = "Content-Type: application/json\r\nContent-Length: 28\r\n";
    String with = "Connection: close\r\nHost: localhost\r\n" + body;

    assertThat(
            served.raw(
                "POST /api/upgrade?token=%s HTTP/1.1\r\n%s\r\n%s"
                    .formatted(Served.TOKEN, with, UP)))
        .startsWith("HTTP/1.1 401 ");
    assertThat(
            served.raw(
                "POST /api/upgrade HTTP/1.1\r\n%sCookie: token=%s\r\n\r\n%s"
                    .formatted(with, Served.TOKEN, UP)))
        .startsWith("HTTP/1.1 401 ");
  }

  @Test
  void a_body_larger_than_it_may_be_is_not_read_to_its_end() throws Exception {
    try (Socket socket = served.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(head("Transfer-Encoding: chunked").getBytes(StandardCharsets.US_ASCII));
      byte[] chunk = ("1000\r\n" + "a".repeat(0x1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 20; i++) {
        out.write(chunk);
      }
      out.flush();

      assertThat(read(socket.getInputStream())).startsWith("HTTP/1.1 413 ");
    }
    assertThat(served.raw(head("Content-Length: 10000000000"))).startsWith("HTTP/1.1 413 ");
    assertThat(served.raw(head("Content-Length: many"))).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void a_body_that_comes_byte_by_byte_is_not_waited_for() throws Exception {
    long start = System.nanoTime();
    try (Socket socket = served.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(head("Content-Length: 1000").getBytes(StandardCharsets.US_ASCII));
      out.write('{');
      out.flush();

      assertThat(read(socket.getInputStream())).startsWith("HTTP/1.1 408 ");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void a_hundred_connections_that_say_nothing_hold_up_nobody() throws Exception {
    List<Socket> silent = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        Socket socket = served.connect();
        socket
            .getOutputStream()
            .write("GET /api/status HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.US_ASCII));
        silent.add(socket);
      }

      assertThat(served.get("/api/status").status()).isEqualTo(200);
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  @Test
  void a_json_document_that_is_deep_is_none() {
    String deep = "[".repeat(30_000) + "]".repeat(30_000);

    assertThat(served.order("upgrade", deep).status()).isEqualTo(422);
    assertThat(served.order("upgrade", "{\"target\":\"head\",\"heads\":" + deep + "}").status())
        .isEqualTo(422);
  }

  @Test
  void every_answer_has_the_headers_that_keep_a_browser_safe() {
    for (String path : List.of("/", "/api/status", "/assets/main.js", "/api/nothing", "/metrics")) {
      Served.Answer answer = served.get(path);

      assertThat(answer.header("Content-Security-Policy"))
          .isEqualTo(
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                  + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                  + " frame-ancestors 'none'");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.headers().keySet())
          .noneMatch(name -> name.toLowerCase().startsWith("access-control"));
    }
  }

  @Test
  void on_an_address_that_others_reach_only_the_page_and_the_probes_are_open() {
    try (Served open = Served.by(folder, "--host", "0.0.0.0", "--allow-writes")) {
      String operation = open.order("upgrade", UP).header("Location");
      for (String path :
          List.of(
              "/api/status",
              "/api/revisions",
              "/api/revisions/a1",
              "/api/history",
              "/api/plan",
              operation,
              operation + "/events",
              "/metrics")) {
        assertThat(open.get(path).status()).as(path).isEqualTo(401);
        assertThat(open.get(path, "Authorization", "Bearer " + Served.TOKEN).status())
            .as(path)
            .isEqualTo(200);
      }
      for (String path : List.of("/", "/assets/main.js", "/health/live", "/api/openapi.json")) {
        assertThat(open.get(path).status()).as(path).isEqualTo(200);
      }
    }
  }

  @Test
  void on_an_address_that_others_reach_sql_is_shown_only_on_request() {
    String token = "Bearer " + Served.TOKEN;
    try (Served hiding = Served.by(folder, "--host", "0.0.0.0");
        Served showing = Served.by(folder, "--host", "0.0.0.0", "--show-sql")) {
      for (String path : List.of("/api/revisions/a1", "/api/plan")) {
        assertThat(hiding.get(path, "Authorization", token).text())
            .as(path)
            .doesNotContain("CREATE TABLE", "statements");
        assertThat(showing.get(path, "Authorization", token).text())
            .as(path)
            .contains("CREATE TABLE");
      }
    }
  }

  private static String get(String path, String... headers) {
    return "GET %s HTTP/1.1\r\nConnection: close\r\n%s\r\n\r\n"
        .formatted(path, String.join("\r\n", headers));
  }

  private static String order(String body, String... headers) {
    return "%s%s"
        .formatted(
            head("Content-Length: %d\r\n%s".formatted(body.length(), String.join("\r\n", headers))),
            body);
  }

  private static String head(String headers) {
    return """
    POST /api/upgrade HTTP/1.1
    Host: localhost
    Connection: close
    Authorization: Bearer %s
    Content-Type: application/json
    %s

    """
        .formatted(Served.TOKEN, headers.replace("\r\n", "\n"))
        .replace("\n", "\r\n");
  }

  private static String read(InputStream in) throws Exception {
    byte[] bytes = new byte[4096];
    int count = in.read(bytes);
    return count < 0 ? "" : new String(bytes, 0, count, StandardCharsets.UTF_8);
  }
}
