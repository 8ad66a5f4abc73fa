package io.limbeck.domain.schema;

/**
 * Something of which only the definition is known: a view, a trigger, a virtual table.
 *
 * @param of what its name alone leaves open, in SQL: the table of a trigger where another table may
 *     have one of the same name, what a function takes and gives; mostly empty
 * @param definition what makes it
 */
public record Stored(Kind kind, Name name, String of, Expression definition) {

  /** Makes something that its name tells from all others of its kind. */
  public Stored(Kind kind, Name name, Expression definition) {
    this(kind, name, "", definition);
  }

  /** What it is. */
  public enum Kind {
    /** A part of a database with names of its own. */
    NAMESPACE,
    TYPE,
    DOMAIN,
    /** Counts for whoever asks; what counts for one column belongs to the column. */
    SEQUENCE,
    /** A procedure too. */
    FUNCTION,
    VIRTUAL_TABLE,
    VIEW,
    MATERIALIZED_VIEW,
    /** Of a materialized view; those of a table belong to it. */
    INDEX,
    TRIGGER,
    /** Is named as what it is about. */
    COMMENT;

    /** {@return whether tables and others can select from it} */
    public boolean isRelation() {
      return this == VIRTUAL_TABLE || this == VIEW || this == MATERIALIZED_VIEW;
    }

    /** {@return whether one can be given another definition without being dropped} */
    public boolean isReplaceable() {
      return switch (this) {
        case TYPE, DOMAIN, SEQUENCE, FUNCTION, COMMENT -> true;
        case NAMESPACE, VIRTUAL_TABLE, VIEW, MATERIALIZED_VIEW, INDEX, TRIGGER -> false;
      };
    }

    /** {@return its name in sentences} */
    @Override
    public String toString() {
      return this == NAMESPACE
          ? "schema"
          : name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
  }
}
