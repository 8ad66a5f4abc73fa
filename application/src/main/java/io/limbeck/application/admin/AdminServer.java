package io.limbeck.application.admin;

import java.net.URI;

/** Serves the admin of one database. Found as a service, so that who serves none loads none. */
public interface AdminServer {

  /**
   * Begins to listen.
   *
   * @param gate asked from several threads at once
   * @throws AdminException if the settings are not safe, or the address cannot be listened on
   */
  Running start(AdminSettings settings, Gate gate, AdminListener listener);

  /** A server that listens. */
  interface Running extends AutoCloseable {

    /** {@return where it listens, as a browser on this machine reaches it} */
    URI address();

    /**
     * Stops. New requests are refused at once. A run that is going begins no further revision; the
     * one that runs is given some seconds to finish, and is then interrupted, which undoes it.
     */
    @Override
    void close();
  }
}
