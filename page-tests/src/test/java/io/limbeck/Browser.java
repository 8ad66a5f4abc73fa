package io.limbeck;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
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

  void reload() {
    driver.navigate().refresh();
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

  /** {@return the element, as soon as the page has one that is seen} */
  WebElement see(String selector) {
    return await("an element " + selector, () -> seen(selector));
  }

  /** Waits until the element's text contains {@code words}. */
  void see(String selector, String words) {
    await("'%s' in %s".formatted(words, selector), () -> text(selector).contains(words));
  }

  /** {@return the text as it is seen; empty if the element is not} */
  String text(String selector) {
    WebElement element = seen(selector);
    return element == null ? "" : element.getText();
  }

  boolean sees(String selector) {
    return seen(selector) != null;
  }

  void click(String selector) {
    see(selector).click();
  }

  void type(String selector, CharSequence... keys) {
    see(selector).sendKeys(keys);
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

  void await(String what, BooleanSupplier condition) {
    await(what, () -> condition.getAsBoolean() ? Boolean.TRUE : null);
  }

  private <T> T await(String what, Supplier<@Nullable T> question) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      T answer = question.get();
      if (answer != null) {
        return answer;
      }
      pause();
    }
    throw new AssertionError(
        "The page does not show %s. It says:%n%s".formatted(what, text("body")));
  }

  private @Nullable WebElement seen(String selector) {
    try {
      return driver.findElements(By.cssSelector(selector)).stream()
          .filter(WebElement::isDisplayed)
          .findFirst()
          .orElse(null);
    } catch (StaleElementReferenceException redrawn) {
      return null;
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
