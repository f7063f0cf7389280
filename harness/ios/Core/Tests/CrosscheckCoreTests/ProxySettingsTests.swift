import XCTest

@testable import CrosscheckCore

final class ProxySettingsTests: XCTestCase {
  func testAreReadOfTheArguments() throws {
    XCTAssertEqual(
      try ProxySettings.named(in: ["app", "-crosscheckProxyPort", "8080"]),
      ProxySettings(host: "127.0.0.1", port: 8080))
    XCTAssertEqual(
      try ProxySettings.named(
        in: ["app", "-crosscheckProxyHost", "10.0.0.7", "-crosscheckProxyPort", "9"]),
      ProxySettings(host: "10.0.0.7", port: 9))
  }

  func testAreNoneWhereNothingIsSaid() throws {
    XCTAssertNil(try ProxySettings.named(in: ["app"]))
    XCTAssertNil(try ProxySettings.named(in: ["app", "-crosscheckProxyPort"]))
  }

  func testRefuseWhatIsNoPort() {
    for port in ["0", "-1", "65536", "http"] {
      XCTAssertThrowsError(try ProxySettings.named(in: ["app", "-crosscheckProxyPort", port])) {
        XCTAssertEqual("\($0)", "'\(port)' is no port: -crosscheckProxyPort")
      }
    }
  }

  func testAreKeptAsText() {
    let settings = ProxySettings(host: "fe80::1", port: 8080)
    XCTAssertEqual(settings.text, "fe80::1:8080")
    XCTAssertEqual(ProxySettings(text: settings.text), settings)
    for text in ["", "a", ":1", "a:0", "a:b"] {
      XCTAssertNil(ProxySettings(text: text), text)
    }
  }

  func testSpeakForHttpAndForHttps() {
    let dictionary = ProxySettings(host: "127.0.0.1", port: 8080).dictionary
    for scheme in ["HTTP", "HTTPS"] {
      XCTAssertEqual(dictionary["\(scheme)Enable"] as? Int, 1)
      XCTAssertEqual(dictionary["\(scheme)Proxy"] as? String, "127.0.0.1")
      XCTAssertEqual(dictionary["\(scheme)Port"] as? Int, 8080)
    }
  }
}
