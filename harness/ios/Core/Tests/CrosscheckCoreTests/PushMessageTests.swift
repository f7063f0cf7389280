import XCTest

@testable import CrosscheckCore

final class PushMessageTests: XCTestCase {
  func testIsAStepAndWhatTheSdkIsToSee() throws {
    let message = try XCTUnwrap(
      PushMessage([
        "aps": ["alert": "Sale"],
        "title": "Sale",
        "Simulator Target Bundle": "dev.crosscheck.app",
        "crosscheck":
          #"{"number": 3, "call": "track", "event": "Push Notification Received", "payload": {"title": "Sale"}}"#,
      ]))
    XCTAssertEqual(message.step.number, 3)
    guard case .call(.track(let event, let properties), _) = message.step.action else {
      return XCTFail("\(message)")
    }
    XCTAssertEqual(event, "Push Notification Received")
    XCTAssertEqual(properties["title"] as? String, "Sale")
    XCTAssertEqual(Set(message.userInfo.keys), ["aps", "title"])
    XCTAssertEqual(message.userInfo["title"] as? String, "Sale")
  }

  func testIsNoneWithoutAStep() throws {
    XCTAssertNil(try PushMessage(["aps": ["alert": "Sale"]]))
    XCTAssertNil(try PushMessage(["crosscheck": 3]))
  }

  func testSaysWhatIsWrongWithItsStep() {
    XCTAssertThrowsError(try PushMessage(["crosscheck": "no"])) { error in
      XCTAssertEqual("\(error)", "no JSON object: 'no'")
    }
    XCTAssertThrowsError(try PushMessage(["crosscheck": "{}"])) { error in
      XCTAssertEqual("\(error)", "'number' is missing")
    }
  }
}
