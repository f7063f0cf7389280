import CrosscheckCore
import Segment

/// Gets the app's plugins by their names: `plugins` has them, a line each.
enum Registry {
  /// - Throws: `Unreadable` where there is none of that name.
  static func plugin(_ name: String) throws -> Plugin {
    guard let make = plugins[name] else {
      throw Unreadable("there is no plugin '\(name)' in the app, only \(plugins.keys.sorted())")
    }
    return make()
  }
}
