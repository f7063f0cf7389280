package dev.crosscheck.adapter.hostapp;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Android has to know of an app before it opens a URL with it: the scheme, which it compares
 * as it is written, and of a web address the host too.
 *
 * @param data the attributes of a {@code data} element
 * @see <a href="https://developer.android.com/guide/topics/manifest/data-element">data</a>
 */
record LinkFilter(String data) {
  /** A web address whose host a manifest can name. */
  private static final Pattern WEB =
      Pattern.compile("https?://([^/?#@]*@)?([a-z0-9.-]+)(:([0-9]+))?([/?#].*)?");

  /**
   * @param url with a scheme, as {@code deep link} steps have it
   */
  static LinkFilter of(String url) {
    String data = attribute("scheme", url.substring(0, url.indexOf(':')));
    Matcher web = WEB.matcher(url.toLowerCase(Locale.ROOT));
    if (web.matches()) {
      data += " " + attribute("host", web.group(2));
      data += web.group(4) == null ? "" : " " + attribute("port", web.group(4));
    }
    return new LinkFilter(data);
  }

  private static String attribute(String name, String value) {
    return "android:" + name + "=\"" + value + "\"";
  }

  String xml() {
    return """
          <intent-filter>
            <action android:name="android.intent.action.VIEW" />
            <category android:name="android.intent.category.DEFAULT" />
            <category android:name="android.intent.category.BROWSABLE" />
            <data %s />
          </intent-filter>
    """
        .formatted(data)
        .stripTrailing();
  }
}
