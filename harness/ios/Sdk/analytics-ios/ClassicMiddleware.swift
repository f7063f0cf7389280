import CrosscheckCore
import Segment

/// A customer's middleware for analytics-ios.
enum ClassicMiddleware {
  /// What a rule is that stands before all destinations, or drops events before one: the SDK goes on with what a
  /// destination's own middleware keeps to itself, so a customer says it in the event's integrations. Nil where it is
  /// neither.
  static func beforeAll(_ rule: Rule) -> Middleware? {
    if rule.destination == nil {
      return BlockMiddleware { context, next in
        if !applies(rule, context) {
          next(context)
        } else if !rule.drops {
          next(changed(context, rule))
        }
      }
    }
    guard let destination = rule.destination, rule.drops else {
      return nil
    }
    return BlockMiddleware { context, next in
      next(applies(rule, context) ? kept(context, from: destination) : context)
    }
  }

  /// What a rule is that changes events before one destination; nil where it does not.
  static func beforeOne(_ rule: Rule) -> DestinationMiddleware? {
    guard let destination = rule.destination, !rule.drops else {
      return nil
    }
    let middleware = BlockMiddleware { context, next in
      next(applies(rule, context) ? changed(context, rule) : context)
    }
    return DestinationMiddleware(key: destination, middleware: [middleware])
  }

  private static func applies(_ rule: Rule, _ context: Context) -> Bool {
    context.payload.map { rule.isFor(Seen(payload: $0)) } ?? false
  }

  private static func changed(_ context: Context, _ rule: Rule) -> Context {
    context.modify { changed in
      guard let payload = changed.payload else {
        return
      }
      changed.payload = Rewritten(payload).by(rule)
    }
  }

  private static func kept(_ context: Context, from destination: String) -> Context {
    context.modify { changed in
      guard let payload = changed.payload else {
        return
      }
      changed.payload = Rewritten(payload).kept(from: destination)
    }
  }

  private struct Seen: RuledEvent {
    let payload: Payload

    func field(_ name: String) -> String? {
      switch name {
      case "type":
        return type
      case "event":
        return (payload as? TrackPayload)?.event
      case "name":
        return (payload as? ScreenPayload)?.name
      default:
        return nil
      }
    }

    func carries(_ key: String) -> Bool {
      fields[key] != nil
    }

    private var type: String? {
      switch payload {
      case is TrackPayload:
        return "track"
      case is ScreenPayload:
        return "screen"
      case is IdentifyPayload:
        return "identify"
      case is GroupPayload:
        return "group"
      case is AliasPayload:
        return "alias"
      default:
        return nil
      }
    }

    private var fields: [String: Any] {
      switch payload {
      case let track as TrackPayload:
        return track.properties as? [String: Any] ?? [:]
      case let screen as ScreenPayload:
        return screen.properties as? [String: Any] ?? [:]
      case let identify as IdentifyPayload:
        return identify.traits ?? [:]
      case let group as GroupPayload:
        return group.traits ?? [:]
      default:
        return [:]
      }
    }
  }
}
