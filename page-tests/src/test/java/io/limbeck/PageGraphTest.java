package io.limbeck;

import static io.limbeck.ServedProject.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Graphs of other shapes, sizes and states, and screens of other sizes. */
@ExtendWith(WithBrowser.class)
class PageGraphTest {
  private static final String CHOSEN = "#graph [aria-selected=true]";

  private final Browser browser;
  @TempDir private Path folder;
  private ServedProject project;

  PageGraphTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeEach
  void prepare() {
    project = ServedProject.empty(folder);
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void branches_have_lanes_and_merges_bring_them_together() {
    project = branches("mark = Production", "mark_color = #b00020").limbeck("upgrade", "c3", "-q");
    project.limbeck("upgrade", "n2", "-q");
    open(1360, 900);

    assertThat(browser.text("#mark")).isEqualTo("Production");
    assertThat(browser.ask("return document.title")).asString().startsWith("[Production] app.db");
    assertThat(browser.text("#standing")).contains("at c3, n2");
    assertThat(
            browser.ask(
                "return new Set([...document.querySelectorAll('circle.dot')]"
                    + ".map((dot) => dot.getAttribute('cx'))).size"))
        .isEqualTo(2L);
    assertThat(browser.ask("return document.querySelectorAll('path.dot').length")).isEqualTo(1L);
    assertThat(browser.text("#graph")).contains("networking");
    Screenshots.take(browser, "page-branches");
    Accessibility.check(browser, "branches");
  }

  @Test
  void several_heads_are_upgraded_to_together() {
    project.script("a1", "", "One").script("b1", "a1", "Two").script("c1", "a1", "Three");
    open(1360, 900, "--allow-writes");

    browser.click("#standing button.info");
    browser.see("#revision", "All heads");
    browser.see(".plan", "3 revisions");
    browser.click(".going .primary");
    browser.type("#run input[type=password]", TOKEN, Keys.ENTER);

    browser.see("#operation.good");
    assertThat(project.rows()).containsExactly("b1", "c1");
  }

  @Test
  void a_row_that_no_script_knows_and_a_script_that_changed_are_marked() throws IOException {
    project.script("a1", "", "One").script("b1", "a1", "Two");
    project.script("x1", "a1", "Gone").limbeck("upgrade", "heads", "-q");
    Files.delete(project.script("x1"));
    project.script("a1", "", "One").scriptOf("b1", "a1", "Two", "CREATE TABLE other (n);", "");
    open(360, 740);

    assertThat(browser.text("#standing")).contains("1 unknown", "1 changed");
    assertThat(browser.text("#row-0")).contains("unknown", "x1");
    assertThat(browser.text("#row-1")).contains("changed", "b1");
    browser.click("#row-0");
    browser.see("#revision", "The database stands at x1, and no script here has that id.");
    Accessibility.check(browser, "unknown");
  }

  @Test
  void a_phone_shows_the_graph_or_a_revision() {
    project = branches().limbeck("upgrade", "c3", "-q");
    open(360, 740);
    assertThat(browser.sees("#revision")).isFalse();

    browser.click("#row-1");
    browser.see(".plan", "4 revisions");
    assertThat(browser.sees("#graph")).isFalse();
    assertThat(overflow()).isZero();
    Screenshots.take(browser, "page-phone");
    browser.click("#back");

    browser.see("#graph");
    assertThat(browser.focus()).isEqualTo("DIV#graph");
    assertThat(overflow()).isZero();
  }

  @Test
  void a_phones_own_way_back_leads_to_the_graph() {
    project = branches();
    open(360, 740);
    browser.click("#row-1");
    browser.click("#revision .facts a");
    browser.see("#revision h2", "Add invoices");

    browser.back();

    browser.see("#graph");
    assertThat(browser.text(CHOSEN)).contains("Add invoices");
    assertThat(browser.sees("#revision")).isFalse();
  }

  @Test
  void a_long_run_is_told_while_it_goes_on() {
    for (int i = 1; i <= 3; i++) {
      project.scriptOf(
          "r" + i,
          i == 1 ? "" : "r" + (i - 1),
          "Count " + i,
          counting(i),
          "DROP TABLE c%d;".formatted(i));
    }
    open(1360, 900, "--allow-writes");

    browser.click("#to-top");
    browser.click(".going .primary");
    browser.type("#run input[type=password]", TOKEN, Keys.ENTER);

    browser.see("#operation.running .where", "2 of 3: r2 Count 2");
    assertThat(browser.text("#operation .doing")).contains("CREATE TABLE c2");
    assertThat(browser.text("#operation .log")).contains("r1");
    browser.see("#row-2", "current");
    Screenshots.take(browser, "page-running");
    browser.see("#operation.good", "The database stands at r3.");
  }

  @Test
  void a_run_that_fails_says_why_and_what_was_kept() {
    project.script("a1", "", "One");
    project.scriptOf("b1", "a1", "Two", "CREATE TABLE t_a1 (id INTEGER);", "");
    open(1360, 900, "--allow-writes");

    browser.click("#to-top");
    browser.click(".going .primary");
    browser.type("#run input[type=password]", TOKEN, Keys.ENTER);

    browser.see("#operation.bad .outcome", "t_a1 already exists");
    browser.see("#standing", "at a1");
    assertThat(project.rows()).containsExactly("a1");
  }

  @Test
  void of_five_thousand_revisions_only_what_is_seen_is_in_the_document() {
    for (int i = 1; i <= 5_000; i++) {
      project.scriptOf("r" + i, i == 1 ? "" : "r" + (i - 1), "Number " + i, "", "");
    }
    open(1360, 900);
    assertThat(browser.text("#standing")).contains("5,000 pending");

    browser.run("document.getElementById('graph').focus()");
    browser.press(Keys.HOME);
    browser.see("#row-0", "Number 5000");
    assertThat(rows()).isBetween(10L, 100L);
    browser.type("#find", "number 2500");
    browser.see(CHOSEN, "r2500");
    browser.see("#row-2505", "r2495");

    assertThat(rows()).isBetween(10L, 100L);
    assertThat(browser.ask("return document.querySelector('[aria-selected=true]').ariaPosInSet"))
        .isEqualTo("2501");
  }

  private ServedProject branches(String... settings) {
    return ServedProject.empty(folder, settings)
        .script("a1", "", "Create accounts")
        .script("b2", "a1", "Add orders")
        .script("n1", "b2", "Add hosts", "Branch Labels: networking")
        .script("c3", "b2", "Index orders by day")
        .script("n2", "n1", "Add addresses")
        .script("d4", "c3", "Add invoices")
        .script("e5", "d4, n2", "Merge networking")
        .script("f6", "e5", "Number invoices");
  }

  private void open(int width, int height, String... options) {
    browser.size(width, height);
    browser.open(project.serve(options));
    browser.see(CHOSEN);
  }

  private long rows() {
    return (Long) browser.ask("return document.querySelectorAll('.row').length");
  }

  /** {@return by how many pixels the page is wider than the screen} */
  private long overflow() {
    return (Long)
        browser.ask(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  /** Takes a while, and leaves little. */
  private static String counting(int table) {
    return """
    CREATE TABLE c%d AS
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000)
    SELECT count(*) AS counted FROM n;
    """
        .formatted(table);
  }
}
