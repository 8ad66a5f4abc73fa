package io.limbeck.adapter.files;

import io.limbeck.application.models.ModelsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;

/**
 * A command that prints the models' DDL. What it says on standard error is only told if it fails.
 *
 * @param folder in which it is run
 * @param shell what runs it
 */
record ModelsCommand(String command, Path folder, Map<String, String> environment, String shell) {
  private static final int LAST_LINES = 5;

  ModelsCommand(String command, Path folder, Map<String, String> environment) {
    this(command, folder, environment, "sh");
  }

  /**
   * {@return what it prints on standard output}
   *
   * @throws ModelsException if it fails, or prints nothing, or something that is not UTF-8
   */
  String output() {
    Process process = start();
    try {
      try {
        process.getOutputStream().close();
        // Both are read at once: a process waits for whoever does not read what it writes.
        FutureTask<byte[]> output = reading(process.getInputStream());
        FutureTask<byte[]> said = reading(process.getErrorStream());
        int status = process.waitFor();
        return checked(status, output.get(), lastLines(said.get()));
      } finally {
        process.destroy();
      }
    } catch (IOException | ExecutionException failure) {
      throw new ModelsException(
          "What %s prints cannot be read: %s.".formatted(name(), failure.getMessage()),
          "Run again.",
          failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ModelsException(
          "Interrupted while %s was running.".formatted(name()), "Run again.", interrupted);
    }
  }

  private Process start() {
    ProcessBuilder builder = new ProcessBuilder(shell, "-c", command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException failure) {
      throw new ModelsException(
          "%s cannot be run by the shell %s: %s.".formatted(name(), shell, failure.getMessage()),
          "exec: needs that shell on the PATH; without one, write the DDL to a file and name that.",
          failure);
    }
  }

  private static FutureTask<byte[]> reading(InputStream stream) {
    FutureTask<byte[]> reading = new FutureTask<>(stream::readAllBytes);
    Thread.startVirtualThread(reading);
    return reading;
  }

  private String checked(int status, byte[] output, String said) {
    if (status != 0) {
      throw new ModelsException(
          "%s ended with exit status %d%s".formatted(name(), status, said),
          "It was run in %s; mend it there.".formatted(folder));
    }
    String text = decoded(output);
    if (text.isBlank()) {
      throw new ModelsException(
          "%s printed nothing%s".formatted(name(), said),
          "Have it print the models' DDL, CREATE TABLE statements, on standard output.");
    }
    return text;
  }

  private String decoded(byte[] output) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(output)).toString();
    } catch (CharacterCodingException failure) {
      throw new ModelsException(
          "%s printed something that is not UTF-8.".formatted(name()),
          "Have it print UTF-8.",
          failure);
    }
  }

  private static String lastLines(byte[] said) {
    List<String> lines =
        new String(said, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty()
        ? "."
        : lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
            .collect(Collectors.joining("\n    ", "; it said:\n    ", ""));
  }

  private String name() {
    return "'%s'".formatted(command);
  }
}
