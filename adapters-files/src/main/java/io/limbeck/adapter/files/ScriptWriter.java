package io.limbeck.adapter.files;

import io.limbeck.application.script.Draft;
import io.limbeck.application.script.ScriptException;
import io.limbeck.domain.revision.RevisionId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides where a new script goes, and puts it there.
 *
 * @param reader whose format and encoding the script is written in
 */
record ScriptWriter(
    Configuration configuration,
    Path workingDirectory,
    List<Path> locations,
    boolean recursive,
    ScriptReader reader) {

  /**
   * @param fileOf finds the file of an existing revision
   * @return the absolute path of the new file
   */
  Path write(Draft draft, Function<RevisionId, Path> fileOf) {
    Path file = file(draft, fileOf);
    try {
      NewFile.create(file, encoded(draft));
      return file;
    } catch (FileAlreadyExistsException clash) {
      throw new ScriptException(
          "%s already exists.".formatted(file),
          "Choose another revision id or message, or a file_template that tells them apart.",
          clash);
    } catch (CharacterCodingException failure) {
      throw new ScriptException(
          "The script cannot be written as %s: a character is missing there."
              .formatted(reader.charset()),
          "Change the message, or output_encoding to utf-8.",
          failure);
    } catch (IOException failure) {
      throw new ScriptException(
          "%s cannot be written: %s.".formatted(file, Trouble.of(failure)),
          "Make its folder writable.",
          failure);
    }
  }

  private byte[] encoded(Draft draft) throws CharacterCodingException {
    CharBuffer text = CharBuffer.wrap(reader.format().write(draft));
    ByteBuffer bytes = reader.charset().newEncoder().encode(text);
    byte[] encoded = new byte[bytes.remaining()];
    bytes.get(encoded);
    return encoded;
  }

  private Path file(Draft draft, Function<RevisionId, Path> fileOf) {
    Path folder = draft.folder().map(this::location).orElseGet(() -> location(draft, fileOf));
    String name = FileTemplate.of(configuration).path(draft) + ScriptFiles.EXTENSION;
    Path file = below(folder, name);
    if (!recursive && !NewFile.folderOf(file).equals(folder)) {
      throw configuration.error(
          "file_template", "it makes folders, but recursive_version_locations is not true");
    }
    return file;
  }

  private Path below(Path folder, String name) {
    try {
      Path file = folder.resolve(name).normalize();
      if (file.startsWith(folder)) {
        return file;
      }
    } catch (InvalidPathException invalid) {
      // The same error as for a path that leads elsewhere.
    }
    throw configuration.error(
        "file_template", "it makes '%s', which is no path below %s".formatted(name, folder));
  }

  private Path location(Path named) {
    Path folder = workingDirectory.resolve(named).normalize();
    return locations.stream()
        .filter(location -> NewFile.isSame(location, folder))
        .findFirst()
        .orElseThrow(() ->
            new ScriptException(
                "Path %s is not represented in current version locations".formatted(named),
                "Name one of them: %s.".formatted(joined(locations))));
  }

  private Path location(Draft draft, Function<RevisionId, Path> fileOf) {
    if (locations.size() == 1) {
      return locations.getFirst();
    }
    Optional<Path> parent = draft.revision().downRevisions().stream().findFirst().map(fileOf);
    return parent
        .flatMap(file ->
            locations.stream()
                .filter(file::startsWith)
                .max(Comparator.comparingInt(Path::getNameCount)))
        .orElseThrow(() ->
            new ScriptException(
                "Multiple version locations present, please specify --version-path",
                "Name one of them: %s.".formatted(joined(locations))));
  }

  private static String joined(List<Path> paths) {
    return String.join(", ", paths.stream().map(Path::toString).toList());
  }
}
