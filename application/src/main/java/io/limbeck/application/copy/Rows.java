package io.limbeck.application.copy;

import io.limbeck.domain.row.Value;
import io.limbeck.domain.row.ValueType;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The rows of a database. Tables and columns are named as the database's own schema names them.
 * Failures to read or write are {@link io.limbeck.application.database.DatabaseException}s.
 */
public interface Rows {

  /**
   * {@return whether a row is refused that references one which is not there, as soon as it comes}
   */
  boolean checksReferences();

  /** Begins to read. Nothing is written: neither a file nor a table comes into being. */
  Reading read();

  /** Begins to write. */
  Writing write();

  /** Reads rows: all that it answers is true at one moment, whatever others write meanwhile. */
  interface Reading extends AutoCloseable {

    /** {@return what each column of a table takes} */
    Map<Name, ValueType> types(Table table);

    /** {@return how many rows a table has} */
    long count(Table table);

    /**
     * {@return the last number that the database made up for a row of a table, which it gives to no
     * other even if that row is gone; empty if it remembers none}
     */
    OptionalLong lastNumber(Table table);

    /**
     * {@return whether the rows of a table come in the same order each time, as long as nobody
     * writes them}
     */
    boolean hasLastingOrder(Table table);

    /**
     * Tells the rows of a table, each as the values of the extract's fields, in a lasting order if
     * there is one.
     *
     * @param skip how many rows to pass over
     * @param most how many to tell at most
     * @throws ValueMisfitException if a value is none of its field's type
     */
    void forEach(Extract extract, long skip, long most, Consumer<List<Value>> row);

    @Override
    void close();
  }

  /** Writes rows. Triggers do not fire, where the database can be told so. */
  interface Writing extends AutoCloseable {

    /** Begins to add rows to a table. */
    Filling insert(Extract extract);

    /**
     * Begins to set columns of rows that are there.
     *
     * @param extract the columns to set, then those of the key
     * @param key how many of its fields are the key's
     */
    Filling update(Extract extract, int key);

    /**
     * Sees to it that the numbers which the database makes up for new rows of a table come after
     * all those that its rows have.
     *
     * @param last a number that they have to come after as well, if the database remembers any
     */
    void advanceNumbers(Table table, OptionalLong last);

    @Override
    void close();
  }

  /** Rows on their way. */
  interface Filling extends AutoCloseable {

    /**
     * Writes a row, now or later.
     *
     * @param row the values of the extract's fields
     * @throws RowRefusedException if the database refuses this row or one before; what was not
     *     committed is undone
     * @throws ValueMisfitException if a value cannot be kept as it is; what was not committed is
     *     undone
     */
    void add(List<Value> row);

    /**
     * Makes all rows since the last commit last, or none of them. If it fails, it is as {@link
     * #add}.
     */
    void commit();

    /** Undoes what was not committed. */
    @Override
    void close();
  }

  /**
   * Columns of a table, and as what they are read and written.
   *
   * @param fields in order; not empty
   */
  record Extract(Table table, List<Field> fields) {
    public Extract {
      fields = List.copyOf(fields);
    }
  }

  /** A column and the type that its values have on their way. */
  record Field(Name column, ValueType type) {}
}
