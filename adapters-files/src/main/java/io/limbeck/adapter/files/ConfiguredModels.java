package io.limbeck.adapter.files;

import io.limbeck.application.Invocation;
import io.limbeck.application.database.DatabaseSettings;
import io.limbeck.application.models.Ddl;
import io.limbeck.application.models.DdlFormat;
import io.limbeck.application.models.EntityMapper;
import io.limbeck.application.models.EntityMapper.Entities;
import io.limbeck.application.models.Models;
import io.limbeck.application.models.ModelsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The models that the configuration names: what is there tells how to read it. */
record ConfiguredModels(
    Configuration configuration,
    Invocation invocation,
    DdlFormat format,
    Supplier<EntityMapper> mapper,
    Supplier<DatabaseSettings> database)
    implements Models {
  private static final String KEY = "models";
  private static final String COMMAND = "exec:";
  private static final String MAPPER_SETTINGS = "hibernate.";
  private static final String CHOICE =
      "a file of DDL (models.sql), a folder, a jar or a .java source of JPA entities, or exec: and"
          + " a command that prints DDL";

  @Override
  public Ddl ddl() {
    String models =
        configuration
            .get(KEY)
            .map(String::strip)
            .orElseThrow(() ->
                new ModelsException(
                    "Can't proceed with --autogenerate option; %s does not name the models."
                        .formatted(configuration.file()),
                    "Set %s in it to %s.".formatted(KEY, CHOICE)));
    if (models.startsWith(COMMAND)) {
      return command(models.substring(COMMAND.length()).strip());
    }
    Path place = existing(models);
    if (Files.isDirectory(place) || isNamed(place, ".jar") || isNamed(place, ".java")) {
      return mapper.get().ddl(entities(place));
    }
    if (isNamed(place, ".sql")) {
      return format.read(text(place), place.toString());
    }
    throw configuration.error(KEY, "%s is none of what models can be: %s".formatted(place, CHOICE));
  }

  private Ddl command(String command) {
    if (command.isEmpty()) {
      throw configuration.error(KEY, "there is no command behind %s".formatted(COMMAND));
    }
    String output =
        new ModelsCommand(command, configuration.folder(), invocation.environment()).output();
    return format.read(output, "the output of '%s'".formatted(command));
  }

  private Entities entities(Path place) {
    return new Entities(
        place,
        new ModelsClassPath(configuration).entries(),
        configuration.beginningWith(MAPPER_SETTINGS),
        database.get().url().scheme());
  }

  private Path existing(String models) {
    try {
      Path place = configuration.folder().resolve(models).normalize();
      if (Files.exists(place)) {
        return place;
      }
      throw new ModelsException(
          "There are no models at %s, which %s names.".formatted(place, configuration.file()),
          "Set %s to %s.".formatted(KEY, CHOICE));
    } catch (InvalidPathException invalid) {
      throw configuration.error(KEY, "'%s' is no path".formatted(models));
    }
  }

  private static boolean isNamed(Path file, String ending) {
    return file.getFileName().toString().endsWith(ending) && Files.isRegularFile(file);
  }

  private static String text(Path file) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException failure) {
      throw new ModelsException("%s is not UTF-8.".formatted(file), "Save it as UTF-8.", failure);
    } catch (IOException failure) {
      throw new ModelsException(
          "%s cannot be read: %s.".formatted(file, Trouble.of(failure)),
          "Make it readable, or name other models.",
          failure);
    }
  }
}
