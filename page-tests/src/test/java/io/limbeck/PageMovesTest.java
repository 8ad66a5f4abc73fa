package io.limbeck;

import static io.limbeck.ServedProject.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page moves the hedge fund's database, for those who know the token. */
@ExtendWith(WithBrowser.class)
class PageMovesTest {
  private final Browser browser;
  @TempDir private Path folder;
  private ServedProject project;

  PageMovesTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeEach
  void open() {
    project = ServedProject.ofHedgeFund(folder).limbeck("upgrade", "2f8c5d9e4b1a");
    browser.size(1360, 900);
    browser.open(project.serve("--allow-writes"));
    browser.see("#graph [aria-selected=true]");
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void an_upgrade_is_followed_to_its_end() {
    browser.click("#standing button.info");
    browser.see(".plan", "2 revisions");
    Screenshots.take(browser, "page-plan");

    run(".going .primary", TOKEN);

    browser.see("#operation.good", "Upgraded. The database stands at d5e78f9a1b2c.");
    assertThat(browser.text("#operation .log")).contains("3f9a6b7c8d2e", "d5e78f9a1b2c");
    browser.see("#standing", "at head");
    browser.see("#row-0", "current");
    assertThat(project.rows()).containsExactly("d5e78f9a1b2c");
  }

  @Test
  void a_wrong_token_is_refused() {
    browser.click("#row-0");

    run(".going .primary", "wrong");

    browser.see("#run .problem");
    assertThat(browser.text("#run .problem")).containsIgnoringCase("token");
    assertThat(browser.ask("return sessionStorage.length")).isEqualTo(0L);
    assertThat(project.rows()).containsExactly("2f8c5d9e4b1a");
  }

  @Test
  void a_downgrade_that_loses_rows_needs_the_databases_name() {
    project.execute(
        "INSERT INTO hedge_fund_flows (id, name, nodes, edges) VALUES (1, 'x', '[]', '[]')");
    browser.click("#to-base");
    browser.see(".plan .problem", "hedge_fund_flows (1 row)");
    browser.click(".going .danger");
    browser.see("#run", "Type hedge_fund.db to lose them");

    browser.type("#run input[type=password]", TOKEN);
    assertThat(browser.isEnabled("#run [type=submit]")).isFalse();
    browser.type("#run-name", "hedge_fund");
    assertThat(browser.isEnabled("#run [type=submit]")).isFalse();
    browser.type("#run-name", ".db", Keys.ENTER);

    browser.see("#operation.good", "Downgraded. The database stands at base.");
    browser.see("#row-5", "current");
    assertThat(project.rows()).isEmpty();
  }

  @Test
  void a_stamp_runs_no_sql() {
    browser.click("#row-0");
    browser.see(".plan");
    browser.click(".choice label:last-child");
    browser.see(".plan", "No SQL of a revision is run.");

    run(".going .primary", TOKEN);

    browser.see("#operation.good", "Stamped. The database stands at d5e78f9a1b2c.");
    assertThat(project.rows()).containsExactly("d5e78f9a1b2c");
  }

  @Test
  void a_database_that_someone_moved_meanwhile_is_not_moved_again() {
    browser.click("#row-0");
    browser.see(".plan", "2 revisions");
    project.limbeck("upgrade", "+1");

    run(".going .primary", TOKEN);

    browser.see("#notices .bad", "it stands at 3f9a6b7c8d2e now. Nothing was run.");
    browser.see("#standing", "at 3f9a6b7c8d2e");
    browser.see(".plan", "1 revision would run");
    assertThat(project.rows()).containsExactly("3f9a6b7c8d2e");
  }

  @Test
  void the_token_is_asked_once_in_a_tab() {
    browser.click("#row-1");
    run(".going .primary", TOKEN);
    browser.see("#operation.good");
    browser.click("#row-0");

    browser.click(".going .primary");
    browser.click("#run [type=submit]");

    browser.see("#operation.good", "The database stands at d5e78f9a1b2c.");
  }

  private void run(String button, String token) {
    browser.click(button);
    browser.type("#run input[type=password]", token, Keys.ENTER);
  }
}
