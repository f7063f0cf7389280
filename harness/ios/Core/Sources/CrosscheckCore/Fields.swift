import Foundation

/// Reads the fields of a JSON object. A null is as good as none.
struct Fields {
  private let json: [String: Any]

  init(_ json: [String: Any]) {
    self.json = json
  }

  /// - Throws: `Unreadable` where there is none.
  func need(_ name: String) throws -> String {
    guard let text = text(name) else {
      throw Unreadable("'\(name)' is missing")
    }
    return text
  }

  func text(_ name: String) -> String? {
    json[name] as? String
  }

  /// - Throws: `Unreadable` where there is none.
  func needNumber(_ name: String) throws -> Int {
    guard let number = json[name] as? Int else {
      throw Unreadable("'\(name)' is missing")
    }
    return number
  }

  /// - Throws: `Unreadable` where there is none.
  func needFlag(_ name: String) throws -> Bool {
    guard let flag = json[name] as? Bool else {
      throw Unreadable("'\(name)' is missing")
    }
    return flag
  }

  func object(_ name: String) -> [String: Any]? {
    json[name] as? [String: Any]
  }

  func objects(_ name: String) -> [[String: Any]] {
    json[name] as? [[String: Any]] ?? []
  }
}
