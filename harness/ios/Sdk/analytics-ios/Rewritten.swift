import CrosscheckCore
import Foundation
import Segment

/// A payload of analytics-ios with something changed. Payloads cannot be changed but only made anew; what makes one the
/// same message is taken along.
struct Rewritten {
  private static let identity = ["messageId", "anonymousId", "userId", "timestamp"]

  private let payload: Payload

  init(_ payload: Payload) {
    self.payload = payload
  }

  func by(_ rule: Rule) -> Payload {
    let context = MergePatch.merged(payload.context, rule.to("context"))
    return made(context, payload.integrations, event: rule.toEvent) { fields, part in
      MergePatch.merged(fields, rule.to(part))
    }
  }

  /// The same for everyone but one destination.
  func kept(from destination: String) -> Payload {
    let integrations = payload.integrations.merging([destination: false]) { _, own in own }
    return made(payload.context, integrations, event: nil) { fields, _ in fields }
  }

  private func made(
    _ context: [String: Any], _ integrations: [String: Any], event: String?,
    _ change: ([String: Any], String) -> [String: Any]
  ) -> Payload {
    let made: Payload
    switch payload {
    case let track as TrackPayload:
      made = TrackPayload(
        event: event ?? track.event, properties: change(plain(track.properties), "properties"),
        context: context, integrations: integrations)
    case let screen as ScreenPayload:
      made = ScreenPayload(
        name: screen.name, category: screen.category ?? "",
        properties: change(plain(screen.properties), "properties"), context: context,
        integrations: integrations)
    case let identify as IdentifyPayload:
      made = IdentifyPayload(
        userId: identify.userId, anonymousId: identify.anonymousId,
        traits: change(identify.traits ?? [:], "traits"), context: context,
        integrations: integrations)
    case let group as GroupPayload:
      made = GroupPayload(
        groupId: group.groupId, traits: change(group.traits ?? [:], "traits"), context: context,
        integrations: integrations)
    case let alias as AliasPayload:
      made = AliasPayload(newId: alias.theNewId, context: context, integrations: integrations)
    default:
      return payload
    }
    for key in Rewritten.identity {
      made.setValue(payload.value(forKey: key), forKey: key)  // where there is none, none it stays
    }
    return made
  }

  private func plain(_ fields: [AnyHashable: Any]?) -> [String: Any] {
    fields as? [String: Any] ?? [:]
  }
}
