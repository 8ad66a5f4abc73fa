package io.limbeck.adapter.sql;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** The SQL on the history table; MyBatis implements it. */
interface HistoryRows {
  @Select(
      """
      SELECT number, direction, revision, heads_before, heads_after, message, checksum, started_at,
        took_ms, by_user, limbeck
      FROM ${table} ORDER BY number
      """)
  List<HistoryRow> all();

  @Select(
      """
      SELECT script FROM ${table} WHERE number = (
        SELECT MAX(number) FROM ${table} WHERE revision = #{revision} AND direction = 'upgrade')
      """)
  @Nullable String script(String revision);

  // Whoever writes holds the write lock: the next number cannot be taken meanwhile.
  @Insert(
      """
      INSERT INTO ${table} (number, direction, revision, heads_before, heads_after, message,
        checksum, script, started_at, took_ms, by_user, limbeck)
      VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM ${table}), #{row.direction},
        #{row.revision,jdbcType=VARCHAR}, #{row.headsBefore}, #{row.headsAfter}, #{row.message},
        #{row.checksum,jdbcType=VARCHAR}, #{script,jdbcType=VARCHAR}, #{row.startedAt},
        #{row.tookMs}, #{row.byUser}, #{row.limbeck})
      """)
  void insert(HistoryRow row, @Nullable String script);
}
