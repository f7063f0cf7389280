import Foundation

/// A device's token for push messages.
public enum PushToken {
  /// The bytes that the text has in hexadecimal digits; else those of the text itself.
  public static func data(_ text: String) -> Data {
    let digits = Array(text)
    guard digits.count % 2 == 0, digits.allSatisfy(\.isHexDigit) else {
      return Data(text.utf8)
    }
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { at in
      UInt8(String(digits[at...(at + 1)]), radix: 16)
    }
    return Data(bytes)
  }
}
