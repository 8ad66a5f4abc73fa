package io.limbeck.adapter.h2.schema;

import io.limbeck.domain.schema.Name;
import java.util.Locale;
import java.util.Set;

/**
 * Names as H2's SQL. What was made without quotes is written without them, in small letters: so a
 * script reads the same whatever its database makes of them, and runs on others.
 */
record H2Names(Folding folding) {
  // No keywords, but in some places H2 takes them for more than a name.
  private static final Set<String> SPECIAL =
      Set.of("INDEX", "SYSDATE", "SYSTIME", "SYSTIMESTAMP", "TODAY");

  String spelled(Name name) {
    return spelled(name.text());
  }

  String spelled(String name) {
    boolean bare = folding.needsNoQuotes(name) && !SPECIAL.contains(name.toUpperCase(Locale.ROOT));
    if (!bare) {
      return '"' + name.replace("\"", "\"\"") + '"';
    }
    return folding == Folding.UPPER ? name.toLowerCase(Locale.ROOT) : name;
  }

  /** {@return a name that was made up, with the letters it would have without quotes} */
  Name madeUp(Name name) {
    return new Name(folding.folded(name.text()));
  }
}
