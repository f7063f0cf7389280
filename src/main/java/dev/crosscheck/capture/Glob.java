package dev.crosscheck.capture;

import java.util.Locale;
import java.util.regex.Pattern;

/** Matching with {@code *} for any run of characters. */
public final class Glob {
  private Glob() {}

  public static boolean matches(String glob, String text) {
    int star = glob.indexOf('*');
    if (star < 0) {
      return glob.equals(text);
    }
    if (star == glob.length() - 1) {
      return text.startsWith(glob.substring(0, star));
    }
    String regex = Pattern.quote(glob).replace("*", "\\E.*\\Q");
    return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
  }

  /** For host names: without case, and {@code *.example.com} covers {@code example.com} too. */
  public static boolean host(String glob, String host) {
    String pattern = glob.toLowerCase(Locale.ROOT);
    String name = host.toLowerCase(Locale.ROOT);
    return matches(pattern, name) || pattern.startsWith("*.") && name.equals(pattern.substring(2));
  }
}
