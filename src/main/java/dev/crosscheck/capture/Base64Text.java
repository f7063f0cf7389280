package dev.crosscheck.capture;

import java.util.Base64;

/** Base64 as it travels: either alphabet (RFC 4648), padded or not, on one line or several. */
final class Base64Text {
  private Base64Text() {}

  static byte[] decode(String text) throws Undecodable {
    String plain = text.replace("\r", "").replace("\n", "").replace('-', '+').replace('_', '/');
    int end = plain.length();
    while (end > 0 && plain.charAt(end - 1) == '=') {
      end--;
    }
    try {
      return Base64.getDecoder().decode(plain.substring(0, end));
    } catch (IllegalArgumentException notBase64) {
      throw new Undecodable("not base64");
    }
  }
}
