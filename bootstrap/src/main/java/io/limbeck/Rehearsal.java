package io.limbeck;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Goes once through what users will do, on a database of its own, while the launcher has the JVM
 * record which classes that takes; and leaves SQLite's native library, which every start would
 * otherwise unpack anew, in the folder it is given.
 */
final class Rehearsal {
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("upgrade", "head"),
          List.of("current"),
          List.of("history"),
          List.of("heads"),
          List.of("downgrade", "-1"));

  private Rehearsal() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]).toAbsolutePath();
    unpackNativeLibrary(folder.resolve("native"));
    rehearse(Files.createTempDirectory(folder, "rehearsal"));
  }

  private static void unpackNativeLibrary(Path folder) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (library != null) {
        Files.createDirectories(folder);
        Files.copy(library, folder.resolve(name));
        System.setProperty("org.sqlite.lib.path", folder.toString());
        System.setProperty("org.sqlite.lib.name", name);
      }
    }
  }

  private static void rehearse(Path folder) throws IOException {
    Path ini = folder.resolve("alembic.ini");
    Path versions = Files.createDirectory(folder.resolve("versions"));
    Files.writeString(ini, "[alembic]\nscript_location = %(here)s\n");
    Files.writeString(versions.resolve("a1_first.sql"), script("a1", "", "first"));
    Files.writeString(versions.resolve("b2_second.sql"), script("b2", "a1", "second"));
    String database = "sqlite:///" + folder.resolve("rehearsal.db");
    for (List<String> command : COMMANDS) {
      List<String> words = new ArrayList<>(List.of("-c", ini.toString(), "--url", database));
      words.addAll(command);
      Main.run(words.toArray(String[]::new));
    }
  }

  private static String script(String id, String revises, String table) {
    return """
    -- Make the %3$s table
    --
    -- Revision ID: %1$s
    -- Revises: %2$s
    -- Create Date: 2026-01-01 00:00:00

    -- migrate:upgrade
    CREATE TABLE %3$s (id INTEGER NOT NULL, name VARCHAR(50) DEFAULT 'none' NOT NULL, PRIMARY KEY (id));
    CREATE INDEX ix_%3$s_name ON %3$s (name);
    ALTER TABLE %3$s ADD COLUMN note TEXT;

    -- migrate:downgrade
    ALTER TABLE %3$s DROP COLUMN note;
    DROP INDEX ix_%3$s_name;
    DROP TABLE %3$s;
    """
        .formatted(id, revises, table);
  }
}
