package ai.gentrace.otel.cli.run.doctor;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the proxy that an exporter connects through. */
final class ProxyChoice {
  private ProxyChoice() {}

  /** The proxy that Go's client would use, from the exporter's setting or the environment. */
  static Optional<URI> of(URI url, Optional<URI> configured, Map<String, String> environment) {
    if (configured.isPresent()) {
      return configured;
    }
    String host = url.getHost() == null ? "" : url.getHost();
    if (host.equals("localhost") || host.startsWith("127.") || isExcluded(host, environment)) {
      return Optional.empty();
    }
    String name = "https".equals(url.getScheme()) ? "HTTPS_PROXY" : "HTTP_PROXY";
    @Nullable String value = environment.get(name);
    if (value == null) {
      value = environment.get(name.toLowerCase(Locale.ROOT));
    }
    if (value == null || value.isEmpty()) {
      return Optional.empty();
    }
    return HostUrl.parse(value.contains("://") ? value : "http://" + value);
  }

  private static boolean isExcluded(String host, Map<String, String> environment) {
    String list = environment.getOrDefault("NO_PROXY", environment.getOrDefault("no_proxy", ""));
    for (String entry : list.split(",", -1)) {
      String name = entry.strip().replaceFirst("^\\.", "").replaceFirst(":[0-9]+$", "");
      if (name.equals("*")
          || (!name.isEmpty() && (host.equals(name) || host.endsWith("." + name)))) {
        return true;
      }
    }
    return false;
  }
}
