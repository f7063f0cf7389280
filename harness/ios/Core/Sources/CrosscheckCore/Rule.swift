/// An event as a rule looks at it.
public protocol RuledEvent {
  /// Its `type`, `event` or `name`; nil where it has none.
  func field(_ name: String) -> String?

  /// Whether the key is among its properties or traits.
  func carries(_ key: String) -> Bool
}

/// What the customer's own middleware does: `{"match": {"event": …}, "to": {…}, "for": "Acme", "except": …}`.
/// Without `to` it drops, without `for` it stands before all destinations; an event that has a property or
/// trait `except` passes as it is.
public struct Rule {
  private let match: [String: Any]
  private let change: [String: Any]?
  private let except: String?

  /// The destination before which it stands; nil where it stands before all.
  public let destination: String?

  init(_ json: [String: Any]) {
    let fields = Fields(json)
    match = fields.object("match") ?? [:]
    change = fields.object("to")
    except = fields.text("except")
    destination = fields.text("for")
  }

  public var drops: Bool {
    change == nil
  }

  /// What is laid over a part of the event; nil where that stays as it is.
  public func to(_ part: String) -> [String: Any]? {
    change?[part] as? [String: Any]
  }

  /// The event's new name; nil where it keeps its own.
  public var toEvent: String? {
    change?["event"] as? String
  }

  public func isFor(_ event: RuledEvent) -> Bool {
    if let except = except, event.carries(except) {
      return false
    }
    return match.allSatisfy { field, wanted in event.field(field) == wanted as? String }
  }
}
