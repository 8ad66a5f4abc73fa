import io.limbeck.Limbeck;
import io.limbeck.application.admin.AdminListener;
import io.limbeck.application.admin.AdminServer;
import io.limbeck.application.admin.AdminSettings;
import io.limbeck.application.admin.Token;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Asks the admin of a SQLite database, 200 readers at once in this process, while an upgrade of 300
 * revisions runs; and compares with the same when nothing runs.
 *
 * <pre>java -cp 'target/limbeck/lib/*:target/limbeck/lib/http/*' benchmarks/AdminBenchmark.java
 * [READERS] [REVISIONS]</pre>
 */
class AdminBenchmark {
  private static final String TOKEN = "a-token-for-a-benchmark";
  private static final List<String> PATHS =
      List.of("/api/status", "/api/revisions/r7", "/api/history", "/health/live", "/health/ready");

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private AdminBenchmark(URI address) {
    this.address = address;
  }

  public static void main(String[] args) throws Exception {
    int readers = args.length == 0 ? 200 : Integer.parseInt(args[0]);
    int revisions = args.length < 2 ? 300 : Integer.parseInt(args[1]);
    Path folder = Files.createTempDirectory("limbeck-admin");
    try (Limbeck limbeck =
            Limbeck.configure()
                .url("jdbc:sqlite:" + folder.resolve("app.db"))
                .scripts(write(folder.resolve("versions"), revisions))
                .build();
        AdminServer.Running admin =
            limbeck.serve(
                new AdminSettings(
                    AdminSettings.LOOPBACK,
                    0,
                    Optional.of(Token.of(TOKEN)),
                    true,
                    false,
                    List.of()),
                AdminListener.none())) {
      AdminBenchmark benchmark = new AdminBenchmark(admin.address());
      System.out.printf("%d readers, %d revisions%n", readers, revisions);
      // The first round warms the JVM up, on a database that comes and goes.
      benchmark.measure("first upgrade", readers, () -> benchmark.order("upgrade", "head", ""));
      benchmark.order("downgrade", "base", "r" + revisions);
      benchmark.measure("upgrade", readers, () -> benchmark.order("upgrade", "head", ""));
      benchmark.measure("nothing runs", readers, () -> {
        Thread.sleep(5_000);
        return "";
      });
    } finally {
      delete(folder);
    }
  }

  private void measure(String name, int readers, Callable<String> meanwhile) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    Map<String, List<Double>> millis = new TreeMap<>();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Map<String, List<Double>>>> reading = new ArrayList<>();
      for (int reader = 0; reader < readers; reader++) {
        int first = reader;
        reading.add(threads.submit(() -> read(first, over)));
      }
      meanwhile.call();
      over.set(true);
      for (var reader : reading) {
        reader
            .get()
            .forEach((path, times) ->
                millis.computeIfAbsent(path, key -> new ArrayList<>()).addAll(times));
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long count = millis.values().stream().mapToLong(List::size).sum();
    System.out.printf("%n%-20s %6.1f s, %.0f answers/s, no error%n", name, seconds, count / seconds);
    millis.forEach((path, times) -> {
      double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      System.out.printf(
          "%-20s %6d answers, median %7.1f ms, p99 %7.1f ms, longest %7.1f ms%n",
          path,
          sorted.length,
          sorted[sorted.length / 2],
          sorted[(int) (sorted.length * 0.99)],
          Arrays.stream(sorted).max().orElse(0));
    });
  }

  private Map<String, List<Double>> read(int first, AtomicBoolean over) throws Exception {
    Map<String, List<Double>> millis = new TreeMap<>();
    for (int i = first; !over.get(); i++) {
      String path = PATHS.get(i % PATHS.size());
      long start = System.nanoTime();
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
      millis
          .computeIfAbsent(path, key -> new ArrayList<>())
          .add((System.nanoTime() - start) / 1e6);
      boolean expected = answer.statusCode() == 200 || path.equals("/health/ready");
      if (!expected) {
        throw new IllegalStateException(path + ": " + answer.body());
      }
    }
    return millis;
  }

  /** {@return the last event, once it is over} */
  private String order(String direction, String target, String head) throws Exception {
    String heads = head.isEmpty() ? "[]" : "[\"" + head + "\"]";
    HttpRequest order =
        HttpRequest.newBuilder(address.resolve("/api/" + direction))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"target\":\"%s\",\"heads\":%s,\"confirm\":\"app.db\"}"
                        .formatted(target, heads)))
            .build();
    HttpResponse<String> begun = client.send(order, BodyHandlers.ofString());
    if (begun.statusCode() != 202) {
      throw new IllegalStateException(begun.body());
    }
    String events = begun.headers().firstValue("Location").orElseThrow() + "/events";
    String all =
        client
            .send(HttpRequest.newBuilder(address.resolve(events)).build(), BodyHandlers.ofString())
            .body();
    if (!all.contains("event: done")) {
      throw new IllegalStateException(all);
    }
    return all;
  }

  private static Path write(Path versions, int count) throws IOException {
    Files.createDirectories(versions);
    for (int number = 1; number <= count; number++) {
      Files.writeString(
          versions.resolve("r%d_table.sql".formatted(number)),
          """
          -- Make table number %1$d
          --
          -- Revision ID: r%1$d
          -- Revises: %2$s

          -- migrate:upgrade
          CREATE TABLE t_%1$d (id INTEGER PRIMARY KEY, name VARCHAR(50) NOT NULL);
          CREATE INDEX ix_t_%1$d_name ON t_%1$d (name);
          INSERT INTO t_%1$d (name) VALUES ('one'), ('two');

          -- migrate:downgrade
          DROP TABLE t_%1$d;
          """
              .formatted(number, number == 1 ? "" : "r" + (number - 1)));
    }
    return versions;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.toList().reversed()) {
        Files.delete(path);
      }
    }
  }
}
