import Foundation

/// What a customer can set in Segment; what is left out is off or empty unless said otherwise.
struct MixpanelSettings {
  /// Empty: Mixpanel is not set up.
  let token: String

  /// Keep user profiles.
  let people: Bool

  /// On by default; else only superProperties and peopleProperties.
  let setAllTraitsByDefault: Bool

  /// Go with every later event.
  let superProperties: [String]
  let peopleProperties: [String]

  /// Events that are counted on the profile.
  let eventIncrements: [String]

  /// Properties that are summed up on the profile.
  let propIncrements: [String]

  /// Mixpanel's group keys.
  let groupIdentifierTraits: [String]

  /// On by default: one event for all screens, else the next three, first match wins.
  let consolidatedPageCalls: Bool
  let trackAllPages: Bool
  let trackCategorizedPages: Bool
  let trackNamedPages: Bool
  let enableEuropeanUnionEndpoint: Bool

  init(_ settings: [String: Any]) {
    func flag(_ name: String, usually: Bool = false) -> Bool {
      settings[name] as? Bool ?? usually
    }
    func texts(_ name: String) -> [String] {
      settings[name] as? [String] ?? []
    }
    token = settings["token"] as? String ?? ""
    people = flag("people")
    setAllTraitsByDefault = flag("setAllTraitsByDefault", usually: true)
    superProperties = texts("superProperties")
    peopleProperties = texts("peopleProperties")
    eventIncrements = texts("eventIncrements")
    propIncrements = texts("propIncrements")
    groupIdentifierTraits = texts("groupIdentifierTraits")
    consolidatedPageCalls = flag("consolidatedPageCalls", usually: true)
    trackAllPages = flag("trackAllPages")
    trackCategorizedPages = flag("trackCategorizedPages")
    trackNamedPages = flag("trackNamedPages")
    enableEuropeanUnionEndpoint = flag("enableEuropeanUnionEndpoint")
  }

  /// The traits that are chosen by these names, Segment's or Mixpanel's, or by default all.
  func chosen(_ traits: [String: Any], _ names: [String]) -> [String: Any] {
    let aliases = names.map(MixpanelTraits.alias)
    return traits.filter { setAllTraitsByDefault || aliases.contains($0.key) }
  }
}
