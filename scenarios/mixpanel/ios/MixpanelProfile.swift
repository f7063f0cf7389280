import Foundation
import Mixpanel

/// What Mixpanel keeps of a user, if the customer wants profiles.
struct MixpanelProfile {
  private let settings: MixpanelSettings
  private let people: People

  init(_ settings: MixpanelSettings, _ people: People) {
    self.settings = settings
    self.people = people
  }

  /// - Parameter traits: under Mixpanel's names
  func describe(_ traits: [String: Any]) {
    guard settings.people else {
      return
    }
    let names = Array(MixpanelTraits.aliases.keys) + settings.peopleProperties
    let chosen = settings.chosen(traits, names)
    let values = chosen.filter { !($0.value is [Any]) }
    if !values.isEmpty {
      people.set(properties: MixpanelJson.properties(values))
    }
    for (name, value) in MixpanelJson.properties(chosen.filter { $0.value is [Any] }) {
      people.union(properties: [name: value])
    }
  }

  /// Counts the event, sums up its properties and charges its revenue, as the customer chose.
  func count(_ event: String, _ properties: [String: Any]) {
    guard settings.people else {
      return
    }
    if isIn(settings.eventIncrements, event) {
      people.increment(property: event, by: 1)
      people.set(property: "Last \(event)", to: MixpanelJson.iso(Date()))
    }
    var sums: Properties = [:]
    for (name, value) in properties where isIn(settings.propIncrements, name) {
      if let number = MixpanelJson.number(value) {
        sums[name] = number
      }
    }
    if !sums.isEmpty {
      people.increment(properties: sums)
    }
    if let revenue = MixpanelJson.number(properties["revenue"]) {
      people.trackCharge(amount: revenue)
    }
  }

  private func isIn(_ names: [String], _ name: String) -> Bool {
    names.contains { $0.caseInsensitiveCompare(name) == .orderedSame }
  }
}
