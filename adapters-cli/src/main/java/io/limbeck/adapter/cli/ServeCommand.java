package io.limbeck.adapter.cli;

import io.limbeck.application.admin.AdminServer;
import io.limbeck.application.admin.AdminSettings;
import io.limbeck.application.admin.Gate;
import io.limbeck.application.admin.Token;
import io.limbeck.application.document.Document;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "serve",
    description = "Serves the admin: a page and an API that show where the database stands.",
    abbreviateSynopsis = true)
final class ServeCommand implements LimbeckCommand {
  private static final String VARIABLE = "LIMBECK_TOKEN";

  private final CliModule.World world;
  private final GlobalOptions options;
  private final Messages messages;
  private final Supplier<AdminServer> server;
  private final Supplier<Gate> gate;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = AdminSettings.LOOPBACK,
      description =
          "Where to listen (default: ${DEFAULT-VALUE}). Others than this machine need a token.")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port to listen on (default: ${DEFAULT-VALUE}); 0 for any that is free.")
  private int port;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "File with the token that requests must know; default: $LIMBECK_TOKEN.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--allow-writes",
      description = "Lets whoever knows the token upgrade, downgrade and stamp.")
  private boolean allowWrites;

  @Option(
      names = "--show-sql",
      description = "Shows the scripts' SQL although others than this machine can ask.")
  private boolean showSql;

  @Option(
      names = "--allowed-host",
      paramLabel = "NAME",
      description = "A further name under which the server is reached; may be repeated.")
  private List<String> names = new ArrayList<>();

  ServeCommand(
      CliModule.World world,
      GlobalOptions options,
      Messages messages,
      Supplier<AdminServer> server,
      Supplier<Gate> gate) {
    this.world = world;
    this.options = options;
    this.messages = messages;
    this.server = server;
    this.gate = gate;
  }

  @Override
  public Answer run() {
    AdminSettings settings = new AdminSettings(host, port, token(), allowWrites, showSql, names);
    ServeMessages listener = new ServeMessages(messages, options.verbose());
    checkConfiguration(gate.get());
    URI address;
    try (AdminServer.Running running = server.get().start(settings, gate.get(), listener)) {
      address = running.address();
      messages.info("Serving at %s, to be stopped with Ctrl-C.".formatted(address));
      waitForSignal();
      messages.info("Stopping.");
    }
    return Answer.silent(Document.object("address", address.toString()));
  }

  /** What is wrong with it is told here, before each request is told. */
  private static void checkConfiguration(Gate gate) {
    gate.toRead().close();
  }

  /** A signal interrupts the thread that runs the command. */
  private static void waitForSignal() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException signal) {
      // The server is closed by whoever called.
    }
  }

  private Optional<Token> token() {
    return Optional.ofNullable(tokenFile)
        .map(file -> world.workingDirectory().resolve(file))
        .map(ServeCommand::read)
        .or(() -> Optional.ofNullable(world.environment().get(VARIABLE)))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(Token::of);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UsageException(
          "The token file %s cannot be read: %s"
              .formatted(file, Files.exists(file) ? failure.getMessage() : "it does not exist"),
          "Name a file that holds the token and nothing else.");
    }
  }
}
