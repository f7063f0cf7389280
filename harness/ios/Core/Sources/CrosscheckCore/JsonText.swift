import Foundation

/// JSON objects as text, as links carry them and the screen shows them.
enum JsonText {
  /// - Throws: `Unreadable` where the text is no JSON object.
  static func object(_ text: String) throws -> [String: Any] {
    guard
      let read = try? JSONSerialization.jsonObject(with: Data(text.utf8)),
      let object = read as? [String: Any]
    else {
      throw Unreadable("no JSON object: '\(text)'")
    }
    return object
  }

  /// Its keys in their order, so that the same object is always the same text.
  static func of(_ object: [String: Any]) -> String {
    guard let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
    else {
      return "{}"
    }
    return String(decoding: data, as: UTF8.self)
  }
}
