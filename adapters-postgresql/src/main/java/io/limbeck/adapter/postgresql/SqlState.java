package io.limbeck.adapter.postgresql;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What PostgreSQL's <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">five
 * characters</a> for an error mean.
 */
final class SqlState {
  static final String INVALID_AUTHORIZATION = "28000";
  static final String INVALID_PASSWORD = "28P01";
  static final String NO_DATABASE = "3D000";
  static final String NO_SCHEMA = "3F000";
  static final String NO_PRIVILEGE = "42501";
  static final String READ_ONLY = "25006";
  static final String TOO_MANY_CONNECTIONS = "53300";
  static final String DISK_FULL = "53100";
  static final String LOCK_TIMEOUT = "55P03";
  static final String CANCELED = "57014";
  static final String STARTING_OR_STOPPING = "57P03";
  static final String UNABLE_TO_CONNECT = "08001";
  static final String REJECTED = "08004";
  static final String FOREIGN_KEY = "23503";
  static final String UNIQUE = "23505";
  static final String IN_TRANSACTION = "25001";
  static final String NEW_ENUM_VALUE = "55P04";
  static final String DEADLOCK = "40P01";
  static final String NOT_SERIALIZABLE = "40001";

  /** Ours: PostgreSQL says nothing where a CREATE INDEX finds an index that is not valid. */
  static final String INVALID_INDEX = "55000";

  /** The session has ended, and the server says why. */
  private static final Set<String> ENDED =
      Set.of("57P01", "57P02", STARTING_OR_STOPPING, "57P04", "57P05", "25P03", "25P04");

  private static final Set<String> UNKNOWN_NAME = Set.of("42P01", "42703", NO_SCHEMA);

  /** PostgreSQL's own words for what one can meet. */
  private static final Map<String, String> WORDS =
      """
      0A000 feature_not_supported
      21000 cardinality_violation
      22001 string_data_right_truncation
      22003 numeric_value_out_of_range
      22007 invalid_datetime_format
      22008 datetime_field_overflow
      22012 division_by_zero
      22023 invalid_parameter_value
      2202E array_subscript_error
      22P02 invalid_text_representation
      22P03 invalid_binary_representation
      22P05 untranslatable_character
      23000 integrity_constraint_violation
      23001 restrict_violation
      23502 not_null_violation
      23503 foreign_key_violation
      23505 unique_violation
      23514 check_violation
      23P01 exclusion_violation
      25001 active_sql_transaction
      25006 read_only_sql_transaction
      25P03 idle_in_transaction_session_timeout
      25P04 transaction_timeout
      25P02 in_failed_sql_transaction
      27000 triggered_data_change_violation
      2BP01 dependent_objects_still_exist
      2D000 invalid_transaction_termination
      2F005 function_executed_no_return_statement
      34000 invalid_cursor_name
      3B001 invalid_savepoint_specification
      28000 invalid_authorization_specification
      28P01 invalid_password
      3D000 invalid_catalog_name
      3F000 invalid_schema_name
      40001 serialization_failure
      40P01 deadlock_detected
      42501 insufficient_privilege
      42601 syntax_error
      42602 invalid_name
      42611 invalid_column_definition
      42622 name_too_long
      42701 duplicate_column
      42702 ambiguous_column
      42703 undefined_column
      42704 undefined_object
      42710 duplicate_object
      42712 duplicate_alias
      42723 duplicate_function
      42725 ambiguous_function
      42803 grouping_error
      42804 datatype_mismatch
      42809 wrong_object_type
      42830 invalid_foreign_key
      42846 cannot_coerce
      42883 undefined_function
      42939 reserved_name
      42P01 undefined_table
      42P02 undefined_parameter
      42P04 duplicate_database
      42P05 duplicate_prepared_statement
      42P06 duplicate_schema
      42P07 duplicate_table
      42P10 invalid_column_reference
      42P13 invalid_function_definition
      42P15 invalid_schema_definition
      42P16 invalid_table_definition
      42P17 invalid_object_definition
      42P18 indeterminate_datatype
      42P21 collation_mismatch
      42P22 indeterminate_collation
      428C9 generated_always
      44000 with_check_option_violation
      53000 insufficient_resources
      53100 disk_full
      53200 out_of_memory
      53300 too_many_connections
      53400 configuration_limit_exceeded
      54000 program_limit_exceeded
      54001 statement_too_complex
      54011 too_many_columns
      54023 too_many_arguments
      55000 object_not_in_prerequisite_state
      55006 object_in_use
      55P02 cant_change_runtime_param
      55P03 lock_not_available
      55P04 unsafe_new_enum_value_usage
      57014 query_canceled
      57P01 admin_shutdown
      57P02 crash_shutdown
      57P03 cannot_connect_now
      57P04 database_dropped
      57P05 idle_session_timeout
      58030 io_error
      58P01 undefined_file
      P0001 raise_exception
      P0002 no_data_found
      P0003 too_many_rows
      P0004 assert_failure
      XX000 internal_error
      XX001 data_corrupted
      XX002 index_corrupted
      """
          .lines()
          .map(line -> line.split(" "))
          .collect(Collectors.toUnmodifiableMap(entry -> entry[0], entry -> entry[1]));

  private SqlState() {}

  /** {@return the five characters; empty text if there are none} */
  static String of(SQLException refusal) {
    return Optional.ofNullable(refusal.getSQLState()).orElse("");
  }

  /** {@return whether there is no connection any more, or never was} */
  static boolean isLost(SQLException refusal) {
    return of(refusal).startsWith("08") || ENDED.contains(of(refusal));
  }

  /** {@return whether a query names a table, a column or a schema that is not there} */
  static boolean isUnknownName(SQLException refusal) {
    return UNKNOWN_NAME.contains(of(refusal));
  }

  /** {@return the code, with PostgreSQL's words for it where they are known} */
  static String told(SQLException refusal) {
    String code = of(refusal);
    return WORDS.containsKey(code) ? code + " " + WORDS.get(code) : code;
  }
}
