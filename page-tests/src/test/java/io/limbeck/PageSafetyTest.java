package io.limbeck;

import static io.limbeck.ServedProject.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.logging.LogType;

/** The page asks nobody but its server, breaks no rule of its policy, and keeps nobody out. */
@ExtendWith(WithBrowser.class)
class PageSafetyTest {
  private static final Pattern REQUEST =
      Pattern.compile(
          "\"method\":\"Network.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]*)\"");

  private final Browser browser;
  @TempDir private Path folder;
  private ServedProject project;

  PageSafetyTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeEach
  void prepare() {
    project = ServedProject.ofHedgeFund(folder).limbeck("upgrade", "2f8c5d9e4b1a");
    browser.size(1360, 900);
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void nothing_is_asked_elsewhere_and_nothing_is_complained_of() {
    String address = project.serve("--allow-writes");
    browser.log(LogType.PERFORMANCE);
    browser.log(LogType.BROWSER);

    walk(address);

    List<String> asked =
        browser.log(LogType.PERFORMANCE).stream()
            .flatMap(entry -> REQUEST.matcher(entry).results())
            .map((MatchResult request) -> request.group(1))
            .toList();
    assertThat(asked).hasSizeGreaterThan(20).allMatch(url -> url.startsWith(address));
    assertThat(asked).noneMatch(url -> url.contains(TOKEN));
    assertThat(browser.log(LogType.BROWSER)).isEmpty();
  }

  @Test
  void nobody_is_kept_out() {
    String address = project.serve("--allow-writes");

    browser.open(address);
    browser.see("#row-2", "current");
    browser.see("#revision .section");
    Accessibility.check(browser, "where the database stands");
    browser.click("#row-0");
    browser.see(".plan");
    Accessibility.check(browser, "a plan");
    browser.click(".going .primary");
    browser.type("#run input[type=password]", "wrong", Keys.ENTER);
    browser.see("#run .problem");
    Accessibility.check(browser, "a question with a refusal");
    browser.type("#run input[type=password]", TOKEN, Keys.ENTER);
    browser.see("#operation.good");
    Accessibility.check(browser, "a run that is done");
    browser.click("#tab-history");
    browser.see("#history li");
    browser.click("#drift");
    browser.see("#notices .notice");
    Accessibility.check(browser, "the history and a notice");
    browser.size(360, 740);
    Accessibility.check(browser, "a phone");
  }

  @Test
  void a_server_for_others_is_shown_to_those_who_know_its_token() {
    browser.open(project.serve("--host", "0.0.0.0").replace("0.0.0.0", "127.0.0.1"));

    browser.see("#unlock", "This server asks for its token");
    assertThat(browser.text("#standing")).isEmpty();
    browser.type("#unlock input", "wrong", Keys.ENTER);
    browser.see("#unlock .problem");
    browser.type("#unlock input", TOKEN, Keys.ENTER);

    browser.see("#standing", "at 2f8c5d9e4b1a");
    browser.see("#revision .facts");
  }

  private void walk(String address) {
    browser.open(address);
    browser.click("#row-0");
    browser.see(".plan");
    browser.click(".going .primary");
    browser.type("#run input[type=password]", TOKEN, Keys.ENTER);
    browser.see("#operation.good");
    browser.click("#tab-history");
    browser.see("#history li");
    browser.click("#theme");
    browser.type("#find", "flow");
    browser.see("#matches", "1 of");
  }
}
