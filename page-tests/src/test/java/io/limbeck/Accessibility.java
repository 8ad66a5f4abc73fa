package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What axe-core finds on a page that keeps people out. */
final class Accessibility {
  private static final String AXE = script();

  private Accessibility() {}

  /** Fails if it finds anything serious or critical in what the browser shows, light or dark. */
  static void check(Browser browser, String what) {
    for (String colors : new String[] {"light", "dark"}) {
      browser.colors(colors);
      assertThat(problems(browser)).as("%s, %s", what, colors).isEmpty();
    }
  }

  private static List<?> problems(Browser browser) {
    browser.run(AXE);
    return (List<?>)
        browser.askAndWait(
            """
            const answer = arguments[0];
            const tell = ({ impact, id, nodes }) => nodes.map((node) =>
                `${impact} ${id}: ${node.target} ${node.failureSummary}`);
            axe.run().then(
                ({ violations }) => answer(violations
                    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                    .flatMap(tell)),
                (failure) => answer([failure.stack]));
            """);
  }

  private static String script() {
    try (InputStream content =
        Objects.requireNonNull(Accessibility.class.getResourceAsStream("/axe.min.js"))) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
