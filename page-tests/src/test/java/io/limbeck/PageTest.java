package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** What the page shows of the hedge fund's database at its third revision. */
@ExtendWith(WithBrowser.class)
class PageTest {
  private static final String CHOSEN = "#graph [aria-selected=true]";

  private final Browser browser;
  @TempDir private Path folder;
  private ServedProject project;

  PageTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeEach
  void open() {
    project = ServedProject.ofHedgeFund(folder).limbeck("upgrade", "2f8c5d9e4b1a");
    browser.size(1360, 900);
    browser.open(project.serve());
    browser.see(CHOSEN);
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void it_tells_where_the_database_stands() {
    assertThat(browser.text("#database")).isEqualTo("hedge_fund.db");
    assertThat(browser.text("#kind")).isEqualTo("SQLite");
    assertThat(browser.text("#standing")).contains("at 2f8c5d9e4b1a", "2 pending");
    assertThat(browser.ask("return document.title")).isEqualTo("hedge_fund.db · 2 pending");
    assertThat(browser.text(CHOSEN)).contains("current", "Add HedgeFundFlowRun", "2f8c5d9e4b1a");
    assertThat(browser.ask("return document.querySelectorAll('.dot.pending').length"))
        .isEqualTo(2L);
    assertThat(browser.ask("return document.querySelectorAll('.dot.applied').length"))
        .isEqualTo(3L);
    Screenshots.take(browser, "page");
  }

  @Test
  void a_revision_shows_who_applied_it_and_its_sql() {
    browser.click("#row-3");

    browser.see("#revision", "1b1feba3d897");
    browser.see("#revision .facts", "Applied");
    assertThat(browser.text("#revision .facts")).contains("took", "5274886e5bee", "v1:");
    assertThat(browser.text("#revision .section")).contains("ALTER TABLE hedge_fund_flows");
  }

  @Test
  void the_plan_stands_before_the_button() {
    String written = "limbeck upgrade 3f9a6b7c8d2e";

    browser.click("#row-1");

    browser.see(".plan .steps", "CREATE TABLE IF NOT EXISTS hedge_fund_flow_run_cycles");
    assertThat(browser.text(".plan")).contains("2f8c5d9e4b1a → 3f9a6b7c8d2e", "1 revision");
    assertThat(browser.text(".going")).contains("This server only shows", written);
    assertThat(browser.sees(".going .primary")).isFalse();
  }

  @Test
  void the_keys_go_through_the_graph() {
    browser.click("#skip-target, #to-current");
    browser.run("document.getElementById('graph').focus()");

    browser.press(Keys.ARROW_UP);
    assertThat(browser.text(CHOSEN)).contains("3f9a6b7c8d2e");
    browser.press(Keys.HOME);
    assertThat(browser.text(CHOSEN)).contains("d5e78f9a1b2c");
    browser.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
    assertThat(browser.text(CHOSEN)).contains("2f8c5d9e4b1a");
    browser.press(Keys.END);
    assertThat(browser.text(CHOSEN)).contains("base");

    browser.see("#revision", "Base");
    assertThat(
            browser.ask(
                "return document.getElementById('graph').getAttribute('aria-activedescendant')"))
        .isEqualTo("row-5");
  }

  @Test
  void the_first_tab_stop_skips_to_the_graph() {
    browser.run("document.activeElement.blur()");
    browser.press(Keys.TAB);
    assertThat(browser.focus()).isEqualTo("A#skip");

    browser.press(Keys.ENTER);

    assertThat(browser.focus()).isEqualTo("DIV#graph");
  }

  @Test
  void revisions_are_found_by_their_words() {
    browser.type("#find", "table flowrun");

    browser.see("#matches", "1 of 2");
    assertThat(browser.text(CHOSEN)).contains("3f9a6b7c8d2e");
    browser.type("#find", Keys.ENTER);
    assertThat(browser.text("#matches")).isEqualTo("2 of 2");
    assertThat(browser.text(CHOSEN)).contains("2f8c5d9e4b1a");
    browser.type("#find", " nowhere");
    browser.see("#matches", "none");
  }

  @Test
  void the_history_lists_the_steps_newest_first() {
    browser.click("#tab-history");

    browser.see("#history", "That is all.");
    assertThat(browser.text("#history li")).contains("2f8c5d9e4b1a", "1b1feba3d897 → 2f8c5d9e4b1a");
    assertThat(browser.ask("return document.querySelectorAll('#history li').length")).isEqualTo(3L);
  }

  @Test
  void an_address_names_a_revision() {
    browser.click("#row-0");
    browser.see(".plan");

    browser.reload();

    browser.see("#revision", "d5e78f9a1b2c");
    assertThat(browser.text(CHOSEN)).contains("d5e78f9a1b2c");
  }

  @Test
  void the_theme_follows_the_system_until_it_is_told() {
    browser.colors("dark");
    assertThat(browser.ask("return getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(15, 20, 19)");

    browser.click("#theme");
    browser.reload();
    browser.see(CHOSEN);

    assertThat(browser.ask("return getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(244, 246, 245)");
  }

  @Test
  void what_someone_else_does_is_seen() {
    project.limbeck("upgrade", "+1");

    browser.run("document.dispatchEvent(new Event('visibilitychange'))");

    browser.see("#standing", "at 3f9a6b7c8d2e");
    browser.see("#row-1", "current");
  }

  @Test
  void a_server_that_is_gone_is_told() {
    project.close();

    browser.run("document.dispatchEvent(new Event('visibilitychange'))");

    browser.see("#notices", "The server does not answer.");
  }
}
