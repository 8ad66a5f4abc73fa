package io.limbeck.domain.diff;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a source of models cannot say. Where it says nothing of such a thing it does not contradict:
 * what is there stays, and a note tells so. What it says after all counts.
 */
public final class Silence {
  private final Set<Aspect> aspects;

  private Silence(Set<Aspect> aspects) {
    this.aspects = aspects;
  }

  /** {@return the silence of models that can say everything} */
  public static Silence none() {
    return about(List.of());
  }

  public static Silence about(List<Aspect> aspects) {
    EnumSet<Aspect> set = EnumSet.noneOf(Aspect.class);
    set.addAll(aspects);
    return new Silence(set);
  }

  /** {@return the silence of models that are taken at their word about {@code aspect} too} */
  public Silence but(Aspect aspect) {
    return about(aspects.stream().filter(other -> other != aspect).toList());
  }

  boolean isAbout(Aspect aspect) {
    return aspects.contains(aspect);
  }

  /** What can be left unsaid. */
  public enum Aspect {
    DEFAULTS("defaults"),
    COLLATIONS("collations"),
    /** STRICT, WITHOUT ROWID. */
    OPTIONS("options of tables"),
    /** Identity columns too. */
    AUTOINCREMENT("AUTOINCREMENT"),
    CONSTRAINT_NAMES("names of constraints"),
    CHECKS("checks"),
    ON_UPDATE("ON UPDATE"),
    DEFERRAL("DEFERRABLE"),
    /** Indexes of expressions, and those with a WHERE. */
    PARTIAL_INDEXES("indexes of expressions or of some rows"),
    VIEWS("views"),
    TRIGGERS("triggers"),
    VIRTUAL_TABLES("virtual tables"),
    TYPES("types and schemas"),
    SEQUENCES("sequences"),
    FUNCTIONS("functions"),
    COMMENTS("comments");

    private final String words;

    Aspect(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
