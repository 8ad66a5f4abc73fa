package io.limbeck;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real browser without a window. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Held, since loggers that nobody holds are made anew; what fails, fails as an exception. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  static Browser start() {
    SELENIUM.setLevel(Level.SEVERE);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(Programs.browser().toString());
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    options.addArguments(
        "--headless=new",
        // Chromium refuses to run in its sandbox as root, as which builds often run.
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-color-profile=srgb",
        "--window-size=1360,900");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Programs.driver().toFile())
            .usingAnyFreePort()
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(PATIENCE);
    return new Browser(driver);
  }

  /** Opens an address in a tab that remembers nothing of earlier ones. */
  void open(String address) {
    driver.get(address);
    driver.executeScript("sessionStorage.clear(); localStorage.clear();");
    driver.get(address);
  }

  /** Leaves the page, which would go on asking its server. */
  void leave() {
    driver.get("about:blank");
  }

  void reload() {
    driver.navigate().refresh();
  }

  void back() {
    driver.navigate().back();
  }

  /** Has the page seen as on a screen of this size. */
  void size(int width, int height) {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /**
   * @param colors {@code light} or {@code dark}, as the system would have it
   */
  void colors(String colors) {
    command(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colors))));
  }

  /** Waits until the page has such an element, and it is seen. */
  void see(String selector) {
    use(selector, element -> {});
  }

  /** Waits until the element's text contains {@code words}. */
  void see(String selector, String words) {
    await("'%s' in %s".formatted(words, selector), () -> text(selector).contains(words));
  }

  /** {@return the text as it is seen; empty if the element is not} */
  String text(String selector) {
    return found(selector, WebElement::getText).orElse("");
  }

  boolean sees(String selector) {
    return found(selector, element -> true).orElse(false);
  }

  void click(String selector) {
    use(selector, WebElement::click);
  }

  void type(String selector, CharSequence... keys) {
    use(selector, element -> element.sendKeys(keys));
  }

  /** Presses keys wherever the focus is. */
  void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** {@return what the element that has the focus is, for example {@code DIV#graph}} */
  String focus() {
    return (String) ask("const e = document.activeElement; return e.tagName + '#' + e.id");
  }

  void run(String script) {
    driver.executeScript(script);
  }

  /** {@return what the script returns, which must be something} */
  Object ask(String script) {
    return Objects.requireNonNull(driver.executeScript(script), script);
  }

  /** {@return what the script hands to its last argument, a function; it must be something} */
  Object askAndWait(String script, Object... arguments) {
    return Objects.requireNonNull(driver.executeAsyncScript(script, arguments), script);
  }

  byte[] screenshot() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  /**
   * {@return what was logged since it was last asked for, for example of {@link LogType#BROWSER}}
   */
  List<String> log(String type) {
    return driver.manage().logs().get(type).getAll().stream().map(LogEntry::getMessage).toList();
  }

  boolean isEnabled(String selector) {
    return found(selector, WebElement::isEnabled).orElse(false);
  }

  void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "The page does not show %s. It says:%n%s".formatted(what, text("body")));
      }
      pause();
    }
  }

  private void use(String selector, Consumer<WebElement> action) {
    await(
        "an element " + selector,
        () ->
            found(
                    selector,
                    element -> {
                      action.accept(element);
                      return true;
                    })
                .orElse(false));
  }

  /** {@return an answer about the first such element that is seen; empty if there is none now} */
  private <T> Optional<T> found(String selector, Function<WebElement, T> question) {
    try {
      return driver.findElements(By.cssSelector(selector)).stream()
          .filter(WebElement::isDisplayed)
          .findFirst()
          .map(question);
    } catch (StaleElementReferenceException redrawn) {
      return Optional.empty();
    }
  }

  private void command(String name, Map<String, Object> parameters) {
    driver.executeCdpCommand(name, parameters);
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException interrupted) {
      throw new AssertionError("interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
