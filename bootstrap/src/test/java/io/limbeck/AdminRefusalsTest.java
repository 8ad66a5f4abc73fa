package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the admin does not do, and how it says so. */
class AdminRefusalsTest {
  private static final String UP = "{\"target\":\"head\",\"heads\":[]}";
  private static final String JSON = "application/json";

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
    served.close();
  }

  @Test
  void every_refusal_is_a_problem_document() {
    Served.Answer answer = served.get("/api/nothing");

    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json())
        .hasToString(
            """
            {"type":"about:blank","title":"Not Found","status":404,\
            "detail":"There is nothing at this path.","remedy":"See /api/openapi.json.","code":1}\
            """);
  }

  @Test
  void without_the_token_nothing_is_written() {
    Served.Answer without = served.post("/api/upgrade", UP, "Content-Type", JSON);

    assertRefused(without, 401, "The request does not bring the server's token.");
    assertThat(without.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"limbeck\"");
    assertNothingRan();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer wrong-horse-battery-staple", "Bearer ", "Basic Y29ycmVjdA==", "x"})
  void with_another_token_nothing_is_written(String authorization) {
    assertThat(
            served
                .post("/api/upgrade", UP, "Content-Type", JSON, "Authorization", authorization)
                .status())
        .isEqualTo(401);
    assertNothingRan();
  }

  @Test
  void whoever_guesses_is_slowed_down_and_then_not_listened_to() {
    long start = System.nanoTime();
    for (int guess = 0; guess < 5; guess++) {
      assertThat(guess("guess-number-" + guess).status()).isEqualTo(401);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    Served.Answer next = guess("guess-number-5");
    Served.Answer right = served.order("upgrade", UP);

    assertThat(took).isGreaterThan(Duration.ofSeconds(1));
    assertRefused(next, 429, "5 wrong tokens came from 127.0.0.1.");
    assertThat(Integer.parseInt(next.header("Retry-After"))).isBetween(1, 61);
    assertThat(right.status()).isEqualTo(429);
    assertThat(served.get("/api/status").status()).isEqualTo(200);
    assertNothingRan();
  }

  @Test
  void a_server_that_only_reads_refuses_even_the_token() {
    try (Served reading = Served.by(folder)) {
      assertRefused(reading.order("upgrade", UP), 403, "This server only reads.");
    }
    assertNothingRan();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/nothing, 404",
    "/api/status/, 404",
    "/api/revisions/zz, 404",
    "/api/operations/zz, 404",
    "/api/operations/zz/events, 404",
    "/assets/nothing.js, 404",
    "/api/history?limit=0, 422",
    "/api/history?limit=many, 422",
    "/api/history?limit=1&limit=2, 422",
    "/api/history?before=-1, 422",
    "/api/status?drift=perhaps, 422",
    "/api/plan?direction=sideways, 422",
    "/api/plan?target=zz, 422",
    "/api/plan?target=a1:b2, 422",
    "/api/plan?direction=downgrade&target=-3, 422",
  })
  void what_cannot_be_read_is_refused(String path, int status) {
    Served.Answer answer = served.get(path);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.json().path("remedy").textValue()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/upgrade, POST",
    "PUT, /api/upgrade, POST",
    "DELETE, /api/revisions/a1, 'GET, HEAD'",
    "OPTIONS, /api/upgrade, POST",
    "PATCH, /, 'GET, HEAD'",
    "BREW, /api/status, 'GET, HEAD'",
  })
  void a_path_has_its_methods_and_no_others(String method, String path, String allowed) {
    Served.Answer answer = served.method(method, path);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo(allowed);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[]",
        "{\"target\":\"head\"}",
        "{\"heads\":[]}",
        "{\"target\":\"head\",\"heads\":\"a1\"}",
        "{\"target\":\"head\",\"heads\":[1]}",
        "{\"target\":1,\"heads\":[]}",
        "{\"target\":\"\",\"heads\":[]}",
        "{\"target\":\"a1:b2\",\"heads\":[]}",
        "{\"target\":\"head\",\"heads\":[],\"force\":true}",
        "{\"target\":\"head\",\"target\":\"base\",\"heads\":[]}",
        "{\"target\":\"head\",\"heads\":[]} {}",
      })
  void a_body_that_is_no_order_is_refused(String body) {
    Served.Answer answer = served.order("upgrade", body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertNothingRan();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "json"})
  void a_body_that_is_not_called_json_is_refused(String type) {
    Served.Answer answer =
        served.post(
            "/api/upgrade", UP, "Content-Type", type, "Authorization", "Bearer " + Served.TOKEN);

    assertThat(answer.status()).isEqualTo(415);
    assertNothingRan();
  }

  @Test
  void a_body_that_is_too_large_is_refused() {
    String large = "{\"target\":\"head\",\"heads\":[\"%s\"]}".formatted("a".repeat(70_000));

    assertRefused(served.order("upgrade", large), 413, "The body has more than 65536 bytes.");
    assertNothingRan();
  }

  private Served.Answer guess(String token) {
    return served.post(
        "/api/upgrade", UP, "Content-Type", JSON, "Authorization", "Bearer " + token);
  }

  private static void assertRefused(Served.Answer answer, int status, String detail) {
    JsonNode problem = answer.json();
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(problem.path("status").intValue()).isEqualTo(status);
    assertThat(problem.path("detail").textValue()).isEqualTo(detail);
    assertThat(problem.path("remedy").textValue()).isNotBlank();
  }

  private void assertNothingRan() {
    assertThat(List.of(folder.toFile().list())).doesNotContain("app.db");
  }
}
