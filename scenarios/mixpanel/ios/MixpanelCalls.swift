import Foundation
import Mixpanel

/// What Segment's calls are to Mixpanel, whichever of Segment's SDKs makes them. They may come on any thread, several at
/// once, and are let in one by one.
///
/// Segment and Mixpanel know a user by the same ids: the library is given Segment's anonymous id for its device's.
final class MixpanelCalls {
  private static let europe = "https://api-eu.mixpanel.com"

  private let settings: MixpanelSettings
  private let anonymousId: () -> String
  private let turn = NSLock()
  private var library: MixpanelInstance?

  /// The super properties, which the library takes only after a while.
  private var known: [String: Any] = [:]

  /// Who the library was told that the user is.
  private var identified: String?

  private init(_ settings: MixpanelSettings, _ anonymousId: @escaping () -> String) {
    self.settings = settings
    self.anonymousId = anonymousId
  }

  /// Nil without a token. The library is loaded by the first call.
  ///
  /// - Parameter anonymousId: Segment's, just now
  static func start(_ settings: [String: Any], anonymousId: @escaping () -> String)
    -> MixpanelCalls?
  {
    let read = MixpanelSettings(settings)
    return read.token.isEmpty ? nil : MixpanelCalls(read, anonymousId)
  }

  func track(_ user: MixpanelUser, _ event: String, _ properties: [String: Any]) {
    inTurn { library in
      send(library, user, event, properties)
    }
  }

  /// - Parameters:
  ///   - name: nil or empty if the screen has none
  ///   - category: nil or empty if the screen has none
  func screen(
    _ user: MixpanelUser, name: String?, category: String?, _ properties: [String: Any]
  ) {
    inTurn { library in
      view(library, user, name ?? "", category ?? "", properties)
    }
  }

  /// The traits of an unknown user: the library keeps them for the profile until one is known.
  func identify(_ user: MixpanelUser, _ traits: [String: Any]) {
    inTurn { library in
      if user.isKnown {
        if let other = identified, other != user.id {
          library.flush()  // it would send what waits for that profile under the new user's id
        }
        library.identify(distinctId: user.id)
        identified = user.id
      }
      let named = MixpanelTraits.named(traits)
      register(library, settings.chosen(named, settings.superProperties))
      MixpanelProfile(settings, library.people).describe(named)
    }
  }

  /// - Parameters:
  ///   - user: its id is the new one
  ///   - previousId: nil or empty for the current one
  func alias(_ user: MixpanelUser, previousId: String?) {
    inTurn { library in
      let current = identified ?? user.anonymous
      guard user.isKnown, user.id != current else {
        return
      }
      let previous = previousId ?? ""
      let isCurrent = previous.isEmpty || previous == user.anonymousId
      library.createAlias(
        user.id, distinctId: isCurrent ? current : previous, andIdentify: false)
    }
  }

  /// - Parameter groupId: nil or empty: nothing happens
  func group(_ groupId: String?, _ traits: [String: Any]) {
    guard let groupId = groupId, !groupId.isEmpty else {
      return
    }
    inTurn { library in
      for key in settings.groupIdentifierTraits {
        join(library, key, groupId, traits)
      }
    }
  }

  func flush() {
    ifLoaded { library in
      library.flush()
    }
  }

  func reset() {
    ifLoaded { library in
      library.reset()
      known = [:]
      identified = nil
      sign(library)
    }
  }

  private func inTurn(_ call: (MixpanelInstance) -> Void) {
    turn.lock()
    defer { turn.unlock() }
    call(library ?? load())
  }

  private func ifLoaded(_ call: (MixpanelInstance) -> Void) {
    turn.lock()
    defer { turn.unlock() }
    if let library = library {
      call(library)
    }
  }

  private func load() -> MixpanelInstance {
    let loaded = Mixpanel.initialize(
      options: MixpanelOptions(
        token: settings.token,
        trackAutomaticEvents: false,
        serverURL: settings.enableEuropeanUnionEndpoint ? MixpanelCalls.europe : nil,
        useGzipCompression: false,
        deviceIdProvider: anonymousId))
    library = loaded
    known = loaded.currentSuperProperties()
    identified = loaded.userId
    sign(loaded)
    return loaded
  }

  private func sign(_ library: MixpanelInstance) {
    register(library, ["mp_lib": "Segment: ios"])
  }

  private func join(
    _ library: MixpanelInstance, _ key: String, _ groupId: String, _ traits: [String: Any]
  ) {
    let id = traits[key].flatMap(MixpanelJson.value) ?? groupId
    let clean = MixpanelJson.clean(traits)
    if !clean.isEmpty {
      library.getGroup(groupKey: key, groupID: id)
        .set(properties: MixpanelJson.properties(clean))
    }
    let joined = (known[key] as? [Any])?.first
    if joined.map({ MixpanelJson.isSame($0, id) }) != true {
      library.setGroup(groupKey: key, groupID: id)
      known[key] = [id]
    }
  }

  private func register(_ library: MixpanelInstance, _ properties: [String: Any]) {
    var merged: [String: Any] = [:]
    for (name, value) in properties {
      if let list = value as? [Any] {
        merged[name] = MixpanelJson.union(known[name] as? [Any] ?? [], list)
      } else {
        merged[name] = value
      }
    }
    if !merged.isEmpty {
      known.merge(merged) { _, own in own }
      library.registerSuperProperties(MixpanelJson.properties(merged))
    }
  }

  private func view(
    _ library: MixpanelInstance, _ user: MixpanelUser, _ name: String, _ category: String,
    _ given: [String: Any]
  ) {
    var properties = given
    if !name.isEmpty {
      properties["name"] = name
    }
    if !category.isEmpty {
      properties["category"] = category
    }
    if settings.consolidatedPageCalls || settings.trackAllPages {
      send(library, user, "Loaded a Screen", properties)
    } else if settings.trackCategorizedPages && !category.isEmpty {
      let title = name.isEmpty ? category : "\(category) \(name)"
      send(library, user, "Viewed \(title) Screen", properties)
    } else if settings.trackNamedPages && !name.isEmpty {
      send(library, user, "Viewed \(name) Screen", properties)
    }
  }

  private func send(
    _ library: MixpanelInstance, _ user: MixpanelUser, _ event: String, _ given: [String: Any]
  ) {
    let properties = MixpanelJson.clean(given)
    MixpanelProfile(settings, library.people).count(event, properties)
    library.track(event: event, properties: MixpanelJson.properties(signed(user, properties)))
    register(library, properties.filter { settings.superProperties.contains($0.key) })
  }

  /// Each event says itself whom it is of, whatever the library has heard.
  private func signed(_ user: MixpanelUser, _ properties: [String: Any]) -> [String: Any] {
    var signed = properties
    signed["$device_id"] = user.anonymousId
    if user.isKnown {
      signed["$user_id"] = user.id
      signed["distinct_id"] = user.id
    }
    return signed
  }
}
