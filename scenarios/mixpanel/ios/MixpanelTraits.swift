import Foundation

/// A user's traits under the names that Mixpanel has for them.
enum MixpanelTraits {
  static let aliases = [
    "avatar": "$avatar",
    "createdAt": "$created",
    "created": "$created",
    "email": "$email",
    "firstName": "$first_name",
    "lastName": "$last_name",
    "lastSeen": "$last_seen",
    "name": "$name",
    "phone": "$phone",
    "username": "$username",
  ]

  private static let firstMilliseconds = 100_000_000_000.0

  static func alias(_ name: String) -> String {
    aliases[name] ?? name
  }

  static func named(_ given: [String: Any]) -> [String: Any] {
    var traits: [String: Any] = [:]
    for (name, value) in MixpanelJson.clean(given) {
      let mixpanels = alias(name)
      traits[mixpanels] = mixpanels == "$created" ? creation(value) : value
    }
    return traits
  }

  /// Segment allows seconds and milliseconds since 1970 for the time when a user was created.
  private static func creation(_ value: Any) -> Any {
    guard let number = MixpanelJson.number(value) else {
      return value
    }
    let seconds = number < firstMilliseconds ? number : number / 1000
    return MixpanelJson.iso(Date(timeIntervalSince1970: seconds))
  }
}
