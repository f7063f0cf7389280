import XCTest

@testable import CrosscheckCore

final class PushTokenTests: XCTestCase {
  func testIsReadOfHexadecimalDigits() {
    XCTAssertEqual(PushToken.data("f0E1d2"), Data([0xf0, 0xe1, 0xd2]))
  }

  func testIsItsTextOtherwise() {
    XCTAssertEqual(PushToken.data("token-7"), Data("token-7".utf8))
    XCTAssertEqual(PushToken.data("abc"), Data("abc".utf8))
  }
}
