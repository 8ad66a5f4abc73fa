package io.limbeck.adapter.files;

import io.limbeck.application.script.Draft;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How new scripts are named: Alembic's {@code file_template}, in Python's printf style. */
final class FileTemplate {
  private static final String KEY = "file_template";
  private static final String DEFAULT = "%(rev)s_%(slug)s";
  private static final Pattern TOKEN =
      Pattern.compile("%(?:(%)|\\((\\w+)\\)(0?)(\\d{0,3})(?:\\.(\\d{1,3}))?([sd])|)");

  private final Configuration configuration;
  private final String template;
  private final Slug slug;

  private FileTemplate(Configuration configuration, String template, Slug slug) {
    this.configuration = configuration;
    this.template = template;
    this.slug = slug;
  }

  static FileTemplate of(Configuration configuration) {
    return new FileTemplate(
        configuration, configuration.get(KEY).orElse(DEFAULT), Slug.of(configuration));
  }

  /**
   * {@return the path of the draft's file below its folder, without an extension; it may have
   * folders of its own}
   *
   * @throws ConfigurationException if the template cannot be understood
   */
  String path(Draft draft) {
    Map<String, Object> values = values(draft);
    return TOKEN
        .matcher(template)
        .replaceAll(token -> Matcher.quoteReplacement(replacement(token, values)));
  }

  private Map<String, Object> values(Draft draft) {
    ZonedDateTime created = draft.created();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("rev", draft.revision().id().value());
    values.put("slug", slug.of(draft.revision().message()));
    values.put("epoch", created.toEpochSecond());
    values.put("year", (long) created.getYear());
    values.put("month", (long) created.getMonthValue());
    values.put("day", (long) created.getDayOfMonth());
    values.put("hour", (long) created.getHour());
    values.put("minute", (long) created.getMinute());
    values.put("second", (long) created.getSecond());
    return values;
  }

  private String replacement(MatchResult token, Map<String, Object> values) {
    if (token.group(1) != null) {
      return "%";
    }
    Object value = token.group(2) == null ? null : values.get(token.group(2));
    boolean decimal = "d".equals(token.group(6));
    if (value == null || (decimal && value instanceof String)) {
      throw configuration.error(
          KEY,
          "'%s' means nothing in it at character %d; use %s"
              .formatted(template, token.start() + 1, String.join(", ", values.keySet())));
    }
    String text = precise(value.toString(), token.group(5), decimal);
    int missing = number(token.group(4)) - text.length();
    return missing <= 0 ? text : (token.group(3).isEmpty() ? " " : "0").repeat(missing) + text;
  }

  private static String precise(String text, @Nullable String precision, boolean decimal) {
    if (precision == null) {
      return text;
    }
    int length = number(precision);
    return decimal
        ? "0".repeat(Math.max(0, length - text.length())) + text
        : text.substring(0, Math.min(length, text.length()));
  }

  private static int number(String digits) {
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }
}
