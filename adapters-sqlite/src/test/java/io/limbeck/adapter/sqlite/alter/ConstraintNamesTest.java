package io.limbeck.adapter.sqlite.alter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.adapter.sqlite.ddl.CreateTable;
import io.limbeck.adapter.sqlite.ddl.Name;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConstraintNamesTest {

  @Test
  void a_constraint_without_a_name_answers_to_the_one_postgresql_would_give_it()
      throws SQLException {
    Names names =
        names(
            "CREATE TABLE t (id INT PRIMARY KEY, a INT UNIQUE CHECK (a > 0) REFERENCES p, b INT,"
                + " UNIQUE (a, b), FOREIGN KEY (b, a) REFERENCES q, CHECK (b > 0), CHECK (a < b),"
                + " CHECK (1))");

    assertThat(names.find("t_pkey")).contains("PRIMARY KEY");
    assertThat(names.find("t_a_key")).contains("UNIQUE");
    assertThat(names.find("t_a_b_key")).contains("UNIQUE (a, b)");
    assertThat(names.find("t_a_fkey")).contains("REFERENCES p");
    assertThat(names.find("t_b_a_fkey")).contains("FOREIGN KEY (b, a) REFERENCES q");
    assertThat(names.find("t_a_check")).contains("CHECK (a > 0)");
    assertThat(names.find("t_b_check")).contains("CHECK (b > 0)");
    assertThat(names.find("t_check")).contains("CHECK (a < b)");
    assertThat(names.find("t_check1")).contains("CHECK (1)");
    assertThat(names.find("t_b_key")).isEmpty();
  }

  @Test
  void a_name_is_found_whatever_its_case() throws SQLException {
    Names names =
        names("CREATE TABLE \"My T\" (\"A b\" INT UNIQUE, c INT CONSTRAINT [C ck] CHECK (c > 0))");

    assertThat(names.find("my t_a B_KEY")).contains("UNIQUE");
    assertThat(names.find("c CK")).contains("CONSTRAINT [C ck] CHECK (c > 0)");
  }

  @Test
  void a_second_one_of_a_kind_is_numbered_in_the_order_of_the_text() throws SQLException {
    Names names = names("CREATE TABLE t (a INT CHECK (a > 0) CHECK (a > 1), b INT, CHECK (a > 2))");

    assertThat(names.find("t_a_check")).contains("CHECK (a > 0)");
    assertThat(names.find("t_a_check1")).contains("CHECK (a > 1)");
    assertThat(names.find("t_a_check2")).contains("CHECK (a > 2)");
    assertThat(names.find("t_a_check3")).isEmpty();
  }

  @Test
  void two_kinds_of_columns_may_make_the_same_name() throws SQLException {
    Names names =
        names("CREATE TABLE t (a INT, b INT, a_b INT UNIQUE, UNIQUE (a, b), UNIQUE (b, a))");

    assertThat(names.find("t_a_b_key")).contains("UNIQUE");
    assertThat(names.find("t_a_b_key1")).contains("UNIQUE (a, b)");
    assertThat(names.find("t_b_a_key")).contains("UNIQUE (b, a)");
  }

  @Test
  void a_constraint_that_carries_a_name_goes_before_one_that_answers_to_it() throws SQLException {
    Names names = names("CREATE TABLE t (a INT UNIQUE, b INT, CONSTRAINT t_a_key UNIQUE (b))");

    assertThat(names.find("t_a_key")).contains("CONSTRAINT t_a_key UNIQUE (b)");
    assertThat(names.find("t_a_key1")).contains("UNIQUE");
  }

  @Test
  void a_name_that_two_carry_is_told_to_be_ambiguous() throws SQLException {
    Names names =
        names("CREATE TABLE t (a INT CONSTRAINT dup CHECK (a > 0), CONSTRAINT Dup UNIQUE (a))");

    assertThatThrownBy(() -> names.find("DUP"))
        .isInstanceOf(AlterRefusedException.class)
        .hasMessage("2 constraints of t are called DUP");
  }

  @Test
  void what_cannot_be_dropped_answers_to_nothing_but_takes_its_name() throws SQLException {
    Names names =
        names("CREATE TABLE t (a INT CONSTRAINT d DEFAULT 5, b INT CONSTRAINT n, c UNIQUE)");

    assertThat(names.find("d")).isEmpty();
    assertThat(names.find("n")).isEmpty();
    assertThat(names.isTaken("D")).isTrue();
    assertThat(names.isTaken("t_c_key")).isTrue();
    assertThat(names.isTaken("t_a_key")).isFalse();
  }

  @Test
  void not_null_is_found_by_its_name_only() throws SQLException {
    Names names = names("CREATE TABLE t (a INT CONSTRAINT nn NOT NULL, b INT NOT NULL)");

    assertThat(names.find("nn")).contains("CONSTRAINT nn NOT NULL");
    assertThat(names.find("t_b_not_null")).isEmpty();
  }

  private record Names(CreateTable table, ConstraintNames names) {
    Optional<String> find(String name) throws SQLException {
      return names.find(new Name(name)).map(found -> found.span().of(table.sql()));
    }

    boolean isTaken(String name) {
      return names.isTaken(new Name(name));
    }
  }

  private static Names names(String sql) throws SQLException {
    CreateTable table = CreateTable.parse(sql);
    return new Names(table, ConstraintNames.of(table));
  }
}
