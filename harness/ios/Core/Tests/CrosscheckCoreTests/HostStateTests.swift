import XCTest

@testable import CrosscheckCore

final class HostStateTests: XCTestCase {
  func testShowsNothingAtFirst() {
    XCTAssertEqual(
      HostState().text, #"{"errors":[],"made":-1,"ready":false,"settings":false,"taken":[]}"#)
  }

  func testShowsWhatTheSdkTook() {
    let state = HostState()
    state.made(0)
    state.taken(0, messageId: "m", anonymousId: "a", userId: nil)
    state.taken(1, messageId: nil, anonymousId: nil, userId: nil)
    XCTAssertEqual(
      state.text,
      #"{"errors":[],"made":0,"ready":false,"settings":false,"#
        + #""taken":[{"anonymousId":"a","messageId":"m","number":0},{"number":1}]}"#)
  }

  func testShowsWhyThePluginWillNeverBeUp() {
    let state = HostState()
    state.failed("no such plugin")
    XCTAssertTrue(state.text.contains(#""errors":["no such plugin"],"failure":"no such plugin""#))
  }

  func testShowsWhatAProbeCameTo() {
    let state = HostState()
    state.reached("https://a.test/", status: 204)
    XCTAssertTrue(state.text.contains(#""answer":204"#))
    state.unreached("https://a.test/", why: "refused")
    XCTAssertFalse(state.text.contains(#""answer""#))
    XCTAssertTrue(state.text.contains(#""error":"refused""#))
  }

  func testShortensWhatIsLong() {
    let state = HostState()
    state.error(String(repeating: "x", count: 5000))
    XCTAssertLessThan(state.text.count, 2200)
  }

  func testTellsOfEveryChange() {
    let state = HostState()
    var heard = 0
    state.heard(by: { heard += 1 })
    XCTAssertEqual(heard, 1)
    state.settings()
    state.ready()
    state.runs(version: "1.9.4")
    XCTAssertEqual(heard, 4)
    XCTAssertTrue(state.hasSettings)
  }
}
