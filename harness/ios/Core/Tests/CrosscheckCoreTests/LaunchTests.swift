import XCTest

@testable import CrosscheckCore

final class LaunchTests: XCTestCase {
  func testSaysWhatTheAppEmbeds() throws {
    let text = #"""
      {"sdk": "analytics-ios", "writeKey": "k", "plugin": "Acme", "factory": "AcmeFactory", "gate": "open",
       "integrations": {"All": false}, "middleware": [{"match": {"event": "A"}}, {"for": "Acme", "to": {}}]}
      """#
    let launch = try Launch(text)
    XCTAssertEqual(launch.sdk, "analytics-ios")
    XCTAssertEqual(launch.plugin, "Acme")
    XCTAssertEqual(launch.factory, "AcmeFactory")
    XCTAssertTrue(launch.isOpen)
    XCTAssertEqual(launch.integrations?["All"] as? Bool, false)
    XCTAssertEqual(launch.middleware.map(\.destination), [nil, "Acme"])
    XCTAssertEqual(launch.middleware.map(\.drops), [true, false])
    XCTAssertEqual(try Launch(launch.text).factory, "AcmeFactory")
  }

  func testDoesWithoutAPluginWhereNoneIsNamed() throws {
    let launch = try Launch(#"{"sdk": "analytics-swift", "writeKey": "k", "gate": "none", "factory": ""}"#)
    XCTAssertNil(launch.factory)
    XCTAssertFalse(launch.isOpen)
    XCTAssertTrue(launch.middleware.isEmpty)
  }
}
