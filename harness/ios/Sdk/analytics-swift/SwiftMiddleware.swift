import CrosscheckCore
import Segment

/// A customer's middleware for analytics-swift, which has plugins instead: one that enriches events stands before all
/// destinations, or in one. To drop an event it gives none back.
final class SwiftMiddleware: Plugin {
  let type = PluginType.enrichment
  weak var analytics: Analytics?
  private let rule: Rule
  private let dropped: (RawEvent) -> Void

  /// - Parameter dropped: hears of what goes no further
  init(_ rule: Rule, dropped: @escaping (RawEvent) -> Void) {
    self.rule = rule
    self.dropped = dropped
  }

  func execute<T: RawEvent>(event: T?) -> T? {
    guard let given = event else {
      return nil
    }
    if !rule.isFor(Seen(event: given)) {
      return given
    }
    if rule.drops {
      dropped(given)
      return nil
    }
    return changed(given) as? T
  }

  private func changed(_ event: RawEvent) -> RawEvent {
    var changed = event
    switch event {
    case var track as TrackEvent:
      track.properties = merged(track.properties, "properties")
      track.event = rule.toEvent ?? track.event
      changed = track
    case var screen as ScreenEvent:
      screen.properties = merged(screen.properties, "properties")
      changed = screen
    case var identify as IdentifyEvent:
      identify.traits = merged(identify.traits, "traits")
      changed = identify
    case var group as GroupEvent:
      group.traits = merged(group.traits, "traits")
      changed = group
    default:
      break
    }
    changed.context = merged(event.context, "context")
    return changed
  }

  private func merged(_ usual: JSON?, _ part: String) -> JSON? {
    guard let patch = rule.to(part) else {
      return usual
    }
    return try? JSON(MergePatch.merged(usual?.dictionaryValue ?? [:], patch))
  }

  private struct Seen: RuledEvent {
    let event: RawEvent

    func field(_ name: String) -> String? {
      switch name {
      case "type":
        return event.type
      case "event":
        return (event as? TrackEvent)?.event
      case "name":
        return (event as? ScreenEvent)?.name
      default:
        return nil
      }
    }

    func carries(_ key: String) -> Bool {
      fields?[key] != nil
    }

    private var fields: JSON? {
      switch event {
      case let track as TrackEvent:
        return track.properties
      case let screen as ScreenEvent:
        return screen.properties
      case let identify as IdentifyEvent:
        return identify.traits
      case let group as GroupEvent:
        return group.traits
      default:
        return nil
      }
    }
  }
}
