import Foundation

/// What the app keeps for its next process.
enum Kept {
  private static let defaults = UserDefaults.standard

  /// What to embed, as `Launch` reads it.
  static var launch: String? {
    get { defaults.string(forKey: "crosscheck.launch") }
    set { defaults.set(newValue, forKey: "crosscheck.launch") }
  }

  /// The proxy, as `ProxySettings` reads it. A process that the system starts, for a link perhaps, has no arguments.
  static var proxy: String? {
    get { defaults.string(forKey: "crosscheck.proxy") }
    set { defaults.set(newValue, forKey: "crosscheck.proxy") }
  }

  /// The steps that came as push messages: the system may hand over one of them twice, and late.
  static var pushed: Set<Int> {
    get { Set(defaults.array(forKey: "crosscheck.pushed") as? [Int] ?? []) }
    set { defaults.set(Array(newValue), forKey: "crosscheck.pushed") }
  }
}
