import XCTest

@testable import CrosscheckCore

final class RuleTests: XCTestCase {
  private struct Event: RuledEvent {
    let fields: [String: String]
    var keys: Set<String> = []

    func field(_ name: String) -> String? {
      fields[name]
    }

    func carries(_ key: String) -> Bool {
      keys.contains(key)
    }
  }

  func testIsForTheEventsThatMatchInAllFields() {
    let rule = Rule(["match": ["type": "track", "event": "Viewed"]])
    XCTAssertTrue(rule.isFor(Event(fields: ["type": "track", "event": "Viewed"])))
    XCTAssertFalse(rule.isFor(Event(fields: ["type": "track", "event": "Added"])))
    XCTAssertFalse(rule.isFor(Event(fields: ["event": "Viewed"])))
  }

  func testLeavesAloneWhatCarriesTheException() {
    let rule = Rule(["match": ["type": "track"], "except": "crosscheck_id"])
    XCTAssertTrue(rule.isFor(Event(fields: ["type": "track"])))
    XCTAssertFalse(rule.isFor(Event(fields: ["type": "track"], keys: ["crosscheck_id"])))
  }

  func testDropsWhereItSaysNoChange() {
    XCTAssertTrue(Rule(["match": ["type": "track"], "for": "Acme"]).drops)
    XCTAssertEqual(Rule(["for": "Acme"]).destination, "Acme")
    XCTAssertNil(Rule([:]).destination)
  }

  func testChangesParts() {
    let rule = Rule(["to": ["event": "Seen", "properties": ["a": 1]]])
    XCTAssertFalse(rule.drops)
    XCTAssertEqual(rule.toEvent, "Seen")
    XCTAssertEqual(rule.to("properties")?["a"] as? Int, 1)
    XCTAssertNil(rule.to("traits"))
  }

  func testMergesAsJsonMergePatchSays() {
    let merged = MergePatch.merged(
      ["a": 1, "b": ["c": 2, "d": 3], "e": 4],
      ["a": NSNull(), "b": ["c": NSNull(), "f": 5], "e": ["g": 6]])
    XCTAssertEqual(JsonText.of(merged), #"{"b":{"d":3,"f":5},"e":{"g":6}}"#)
    XCTAssertEqual(JsonText.of(MergePatch.merged(["a": 1], nil)), #"{"a":1}"#)
  }
}
