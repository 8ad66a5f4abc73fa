package io.limbeck.adapter.h2;

import io.limbeck.domain.schema.Name;
import org.h2.util.ParserUtil;

/** Names as H2's SQL: without quotes it makes their letters large. */
final class H2Names {
  private H2Names() {}

  static String spelled(Name name) {
    return spelled(name.text());
  }

  static String spelled(String name) {
    return ParserUtil.isSimpleIdentifier(name, true, false)
        ? name
        : '"' + name.replace("\"", "\"\"") + '"';
  }
}
