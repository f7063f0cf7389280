import XCTest

@testable import CrosscheckCore

final class LinkTests: XCTestCase {
  func testOnlyItsSchemeIsOurs() throws {
    XCTAssertTrue(Link.isOurs(try url("crosscheck://start?json=%7B%7D")))
    XCTAssertTrue(Link.isOurs(try url("CROSSCHECK://step")))
    XCTAssertFalse(Link.isOurs(try url("shop://start?json=%7B%7D")))
  }

  func testStartsAnSdk() throws {
    let link = try Link(
      url("crosscheck://start?json=%7B%22sdk%22%3A%22analytics-swift%22%2C%22writeKey%22%3A%22k%22%7D"))
    guard case .start(let launch) = link else {
      return XCTFail("\(link)")
    }
    XCTAssertEqual(launch.sdk, "analytics-swift")
    XCTAssertEqual(launch.writeKey, "k")
    XCTAssertNil(launch.factory)
    XCTAssertFalse(launch.isOpen)
  }

  func testKeepsSpacesAndPlusSigns() throws {
    let link = try Link(
      url("crosscheck://step?json=%7B%22number%22%3A3%2C%22call%22%3A%22track%22%2C%22event%22%3A%22A%20%2B%20B%22%7D"))
    guard case .step(let step) = link, case .call(.track(let event, _), _) = step.action else {
      return XCTFail("\(link)")
    }
    XCTAssertEqual(step.number, 3)
    XCTAssertEqual(event, "A + B")
  }

  func testProbesAnAddress() throws {
    let link = try Link(url("crosscheck://probe?json=%7B%22url%22%3A%22https%3A%2F%2Fa.test%2F%22%7D"))
    guard case .probe(let asked) = link else {
      return XCTFail("\(link)")
    }
    XCTAssertEqual(asked, "https://a.test/")
  }

  func testSaysWhatItCannotRead() throws {
    XCTAssertEqual(trouble("crosscheck://start"), "a link without json: crosscheck://start")
    XCTAssertEqual(trouble("crosscheck://start?json=no"), "no JSON object: 'no'")
    XCTAssertEqual(trouble("crosscheck://start?json=%7B%7D"), "'sdk' is missing")
    XCTAssertEqual(trouble("crosscheck://stop?json=%7B%7D"), "there is nothing at stop")
  }

  private func trouble(_ text: String) -> String {
    do {
      return "\(try Link(url(text)))"
    } catch {
      return "\(error)"
    }
  }

  private func url(_ text: String) throws -> URL {
    try XCTUnwrap(URL(string: text))
  }
}
