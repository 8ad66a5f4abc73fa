package io.limbeck.adapter.sql;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** The SQL on the version table; MyBatis implements it. */
interface VersionRows {
  @Select("SELECT ${column} FROM ${table} ORDER BY ${order}")
  List<String> all();

  @Insert("INSERT INTO ${table} (${column}) VALUES (#{id})")
  void insert(String id);

  @Update("UPDATE ${table} SET ${column} = #{to} WHERE ${column} = #{from}")
  int update(String from, String to);

  @Delete("DELETE FROM ${table} WHERE ${column} = #{id}")
  int delete(String id);

  @Delete("DELETE FROM ${table}")
  void deleteAll();
}
