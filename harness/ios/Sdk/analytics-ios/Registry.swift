import CrosscheckCore
import Segment

/// Gets the app's plugins by their factories' names: `factories` has them, a line each.
enum Registry {
  /// - Throws: `Unreadable` where there is none of that name.
  static func factory(_ name: String) throws -> SEGIntegrationFactory {
    guard let make = factories[name] else {
      throw Unreadable("there is no plugin '\(name)' in the app, only \(factories.keys.sorted())")
    }
    return make()
  }
}
