package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of the page's modules, {@code src/test/js/*.test.js}, in the browser in which the page
 * runs: each module has an object {@code tests} of functions that throw when they fail.
 */
@ExtendWith(WithBrowser.class)
class PageModulesTest {
  private static final Path PAGE =
      Path.of("../adapters-http/src/main/resources/io/limbeck/adapter/http/page/assets")
          .toAbsolutePath()
          .normalize();
  private static final Path TESTS = Path.of("src/test/js").toAbsolutePath();

  private static HttpServer server;
  private static Browser browser;

  @BeforeAll
  static void start(Browser shared) throws IOException {
    browser = shared;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/assets/", SimpleFileServer.createFileHandler(PAGE));
    server.createContext("/tests/", SimpleFileServer.createFileHandler(TESTS));
    server.start();
    browser.open("http://localhost:%d/tests/".formatted(server.getAddress().getPort()));
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @TestFactory
  List<DynamicContainer> the_modules() throws IOException {
    try (Stream<Path> files = Files.list(TESTS)) {
      List<DynamicContainer> modules =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".test.js"))
              .sorted()
              .map(name -> DynamicContainer.dynamicContainer(name, tests(name)))
              .toList();
      assertThat(modules).isNotEmpty();
      return modules;
    }
  }

  private static List<DynamicTest> tests(String module) {
    List<?> names = (List<?>) result("return Object.keys(module.tests)", module);
    assertThat(names).as(module).isNotEmpty();
    return names.stream()
        .map(String.class::cast)
        .map(name ->
            DynamicTest.dynamicTest(
                name, () -> result("return module.tests[name]()", module, name)))
        .toList();
  }

  /** {@return what the script answers about a module; fails if it throws} */
  private static Object result(String script, String... moduleAndName) {
    List<?> answer =
        (List<?>)
            browser.askAndWait(
                """
                const [file, name, answer] = arguments.length > 2 ? arguments : [arguments[0], '', arguments[1]];
                import('/tests/' + file)
                  .then(async (module) => { %s })
                  .then((value) => answer([value ?? true, '']), (failure) => answer([false, failure.stack]));
                """
                    .formatted(script),
                (Object[]) moduleAndName);
    assertThat(answer.get(1)).as(String.join(": ", moduleAndName)).isEqualTo("");
    return answer.get(0);
  }
}
