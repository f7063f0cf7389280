import XCTest

@testable import CrosscheckCore

final class StepTests: XCTestCase {
  func testReadsEveryCallOfTheSpecThatAppsHave() throws {
    XCTAssertEqual(try words(["call": "identify", "userId": "u-42"]), "identify u-42")
    XCTAssertEqual(try words(["call": "identify", "userId": NSNull()]), "identify nobody")
    XCTAssertEqual(try words(["call": "track", "event": "Viewed"]), "track Viewed")
    XCTAssertEqual(try words(["call": "screen", "name": "Home"]), "screen Home in none")
    XCTAssertEqual(try words(["call": "screen", "category": "Docs"]), "screen none in Docs")
    XCTAssertEqual(try words(["call": "group", "groupId": "acme"]), "group acme")
    XCTAssertEqual(try words(["call": "alias", "userId": "u-43"]), "alias u-43")
  }

  func testReadsWhatElseIsAskedOfTheSdk() throws {
    XCTAssertEqual(try words(["call": "flush"]), "flush")
    XCTAssertEqual(try words(["call": "reset"]), "reset")
    XCTAssertEqual(try words(["call": "opt", "in": false]), "opt out")
    XCTAssertEqual(try words(["call": "opt", "in": true]), "opt in")
    XCTAssertEqual(try words(["call": "push token", "token": "f0"]), "push token f0")
  }

  func testReadsPayloadAndOptions() throws {
    let step = try Step([
      "number": 1,
      "call": "track",
      "event": "Order Completed",
      "payload": ["revenue": 25.5],
      "options": ["context": ["ip": "0.0.0.0"], "integrations": ["All": false]],
    ])
    guard case .call(.track(_, let properties), let options) = step.action else {
      return XCTFail("\(step)")
    }
    XCTAssertEqual(properties["revenue"] as? Double, 25.5)
    XCTAssertEqual(options.context?["ip"] as? String, "0.0.0.0")
    XCTAssertEqual(options.integrations?["All"] as? Bool, false)
  }

  func testOnlyIdentifyNamesAUser() throws {
    XCTAssertEqual(try Step(["number": 0, "call": "identify", "userId": "u"]).user, "u")
    XCTAssertNil(try Step(["number": 0, "call": "identify"]).user)
    XCTAssertNil(try Step(["number": 0, "call": "alias", "userId": "u"]).user)
  }

  func testSaysWhatIsMissing() {
    XCTAssertEqual(trouble(["call": "flush"]), "'number' is missing")
    XCTAssertEqual(trouble(["number": 0]), "'call' is missing")
    XCTAssertEqual(trouble(["number": 0, "call": "track"]), "'event' is missing")
    XCTAssertEqual(trouble(["number": 0, "call": "opt"]), "'in' is missing")
    XCTAssertEqual(trouble(["number": 0, "call": "page"]), "apps have no call 'page'")
  }

  private func words(_ json: [String: Any]) throws -> String {
    let step = try Step(json.merging(["number": 7]) { own, _ in own })
    XCTAssertEqual(step.number, 7)
    switch step.action {
    case .flush: return "flush"
    case .reset: return "reset"
    case .opt(let isIn): return isIn ? "opt in" : "opt out"
    case .pushToken(let token): return "push token \(token)"
    case .call(.identify(let userId, _), _): return "identify \(userId ?? "nobody")"
    case .call(.track(let event, _), _): return "track \(event)"
    case .call(.screen(let name, let category, _), _):
      return "screen \(name ?? "none") in \(category ?? "none")"
    case .call(.group(let groupId, _), _): return "group \(groupId)"
    case .call(.alias(let userId), _): return "alias \(userId)"
    }
  }

  private func trouble(_ json: [String: Any]) -> String {
    do {
      return "\(try Step(json))"
    } catch {
      return "\(error)"
    }
  }
}
