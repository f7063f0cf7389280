package dev.crosscheck.adapter.proxy;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and its port (RFC 3986, 3.2).
 *
 * @param host lower case; an IPv6 address keeps its brackets, so that addresses can be built of it
 */
record Authority(String host, int port) {
  private static final Pattern FORM =
      Pattern.compile("(?:[^@/]*@)?(\\[[0-9A-Fa-f:.]+]|[^\\s:@/?#\\[\\]]+)(?::([0-9]{0,5}))?");
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

  /**
   * Reads {@code host}, {@code host:port}, {@code [::1]:port}; a user's name before it is dropped.
   */
  static Authority parse(String text, int usualPort) throws MalformedRequest {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new MalformedRequest("'" + text + "' is no host");
    }
    String port = parts.group(2);
    int number = port == null || port.isEmpty() ? usualPort : Integer.parseInt(port);
    if (number < 1 || number > 65535) {
      throw new MalformedRequest("'" + text + "' has no port between 1 and 65535");
    }
    return new Authority(lowerCase(parts.group(1)), number);
  }

  static String lowerCase(String host) {
    return host.toLowerCase(Locale.ROOT);
  }

  static boolean isIp(String host) {
    return host.startsWith("[") || host.contains(":") || IPV4.matcher(host).matches();
  }

  static String withoutBrackets(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  Authority named(String otherHost) {
    return new Authority(otherHost, port);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
