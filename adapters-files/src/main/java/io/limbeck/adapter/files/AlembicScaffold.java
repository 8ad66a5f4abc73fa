package io.limbeck.adapter.files;

import io.limbeck.application.Invocation;
import io.limbeck.application.script.Scaffold;
import io.limbeck.application.script.Scaffold.Item.Kind;
import io.limbeck.application.script.ScriptException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes an {@code alembic.ini} and an empty {@code versions} folder. */
record AlembicScaffold(Invocation invocation) implements Scaffold {

  private static final String LOCATION = "LOCATION";

  // Two settings that are needed, and those one asks for first, in values that work.
  private static final String INI =
      """
      [alembic]
      # The folder that holds versions/. %(here)s is the folder of this file.
      script_location = LOCATION

      # The database. --url, SQLALCHEMY_URL, LIMBECK_URL and DATABASE_URL come before it.
      sqlalchemy.url = sqlite:///%(here)s/app.db

      # How new scripts are named: also epoch, year, month, day, hour, minute, second.
      # file_template = %%(rev)s_%%(slug)s

      # The time zone of dates in new scripts; if there is none, the machine's.
      # timezone = UTC

      # More than one folder of scripts, parted as path_separator says.
      # version_locations = %(here)s/one:%(here)s/two
      # path_separator = :

      # How long to wait for a database that another process is writing to.
      # lock_timeout = 60s
      """;

  @Override
  public List<Item> create(Path directory) {
    Path folder = invocation.workingDirectory().resolve(directory).normalize();
    Path ini = ConfigurationFile.toMake(invocation);
    List<Path> folders = NewFile.missingFolders(folder.resolve("versions"));
    try {
      checkEmpty(directory, folder);
      Files.createDirectories(folder.resolve("versions"));
      return items(folders, ini, createIni(ini, folder));
    } catch (IOException failure) {
      NewFile.delete(folders, failure);
      throw new ScriptException(
          "%s cannot be made: %s.".formatted(folder, Trouble.of(failure)),
          "Name a folder that can be written.",
          failure);
    }
  }

  private static void checkEmpty(Path directory, Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      if (entries.iterator().hasNext()) {
        throw new ScriptException(
            "Directory %s already exists and is not empty".formatted(directory),
            "Name another one, or empty it.");
      }
    }
  }

  private static Kind createIni(Path ini, Path folder) throws IOException {
    if (Files.exists(ini)) {
      return Kind.FILE_KEPT;
    }
    NewFile.create(
        ini, INI.replace(LOCATION, location(ini, folder)).getBytes(StandardCharsets.UTF_8));
    return Kind.FILE_CREATED;
  }

  private static String location(Path ini, Path folder) {
    boolean sameRoot = Objects.equals(ini.getRoot(), folder.getRoot());
    String path = (sameRoot ? NewFile.folderOf(ini).relativize(folder) : folder).toString();
    String escaped = path.replace('\\', '/').replace("%", "%%");
    return sameRoot ? "%(here)s/" + escaped : escaped;
  }

  private static List<Item> items(List<Path> folders, Path ini, Kind kind) {
    List<Item> items = new ArrayList<>();
    folders.forEach(made -> items.add(new Item(made, Kind.DIRECTORY_CREATED)));
    items.add(new Item(ini, kind));
    return List.copyOf(items);
  }
}
