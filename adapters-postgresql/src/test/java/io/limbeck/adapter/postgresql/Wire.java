package io.limbeck.adapter.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The wire between a client and the server, which can be cut at the worst moment. */
final class Wire implements AutoCloseable {

  /** When a wire is cut. */
  enum Cut {
    NEVER,
    /** The COMMIT does not reach the server. */
    BEFORE_COMMIT,
    /** The server commits, and its answer does not reach the client. */
    AFTER_COMMIT,
    /** The same, and nobody reaches the server any more. */
    FOR_GOOD_AFTER_COMMIT
  }

  private final ServerSocket listening;
  private final int port;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile Cut cut = Cut.NEVER;

  private Wire(ServerSocket listening, int port) {
    this.listening = listening;
    this.port = port;
  }

  /** {@return a wire to a port of this machine} */
  static Wire to(int port) {
    try {
      Wire wire = new Wire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
      Thread.ofVirtual().start(wire::accept);
      return wire;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Cuts it at the next COMMIT, once. */
  void cut(Cut when) {
    cut = when;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        open.addAll(List.of(client, server));
        Thread.ofVirtual().start(() -> talk(client, server));
        Thread.ofVirtual().start(() -> answer(server, client));
      }
    } catch (IOException closed) {
      // for good
    }
  }

  private void talk(Socket client, Socket server) {
    byte[] buffer = new byte[65536];
    try (client;
        server) {
      InputStream in = client.getInputStream();
      OutputStream out = server.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        Cut now = isCommit(buffer, read) ? cut : Cut.NEVER;
        if (now == Cut.NEVER) {
          out.write(buffer, 0, read);
          continue;
        }
        cut = Cut.NEVER;
        if (now == Cut.FOR_GOOD_AFTER_COMMIT) {
          listening.close();
        }
        client.close();
        if (now != Cut.BEFORE_COMMIT) {
          out.write(buffer, 0, read);
          server.shutdownOutput();
        }
        return;
      }
    } catch (IOException closed) {
      // The other end is told by closing it.
    }
  }

  private static void answer(Socket server, Socket client) {
    try (server;
        client) {
      server.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException closed) {
      // The other end is told by closing it.
    }
  }

  private static boolean isCommit(byte[] buffer, int length) {
    return new String(buffer, 0, length, StandardCharsets.ISO_8859_1).contains("COMMIT");
  }

  @Override
  public void close() {
    sever();
  }

  /** Cuts it for good. */
  void sever() {
    try {
      listening.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
