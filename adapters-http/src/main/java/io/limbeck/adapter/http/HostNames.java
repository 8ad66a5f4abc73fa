package io.limbeck.adapter.http;

import io.limbeck.application.admin.AdminSettings;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The names under which a server may be asked. Addresses are always among them: it takes a name to
 * have a browser believe that someone else's page and this server are one.
 */
final class HostNames {
  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
  private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern V6 = Pattern.compile("\\[[0-9a-fA-F:.]{2,45}]");

  private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  private HostNames() {}

  static HostNames of(AdminSettings settings) {
    HostNames hosts = new HostNames();
    hosts.names.add("localhost");
    hosts.names.add(settings.host());
    hosts.names.addAll(settings.names());
    return hosts;
  }

  /**
   * @param host as the header has it: with or without a port, which a tunnel may have changed
   */
  boolean contains(String host) {
    String name = PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
    return V4.matcher(name).matches() || V6.matcher(name).matches() || names.contains(name);
  }
}
