import Foundation

/// The proxy through which the app is to speak, by which its traffic is told from that of others on this machine.
public struct ProxySettings: Equatable {
  private static let hostArgument = "-crosscheckProxyHost"
  private static let portArgument = "-crosscheckProxyPort"
  private static let usualHost = "127.0.0.1"

  public let host: String
  public let port: UInt16

  public init(host: String, port: UInt16) {
    self.host = host
    self.port = port
  }

  /// What the app's launch arguments say: `-crosscheckProxyPort 8080`, and `-crosscheckProxyHost` where the
  /// proxy is not on this machine. Nil where they say nothing.
  ///
  /// - Throws: `Unreadable` where the port is none.
  public static func named(in arguments: [String]) throws -> ProxySettings? {
    guard let port = value(after: portArgument, in: arguments) else {
      return nil
    }
    guard let number = UInt16(port), number > 0 else {
      throw Unreadable("'\(port)' is no port: \(portArgument)")
    }
    return ProxySettings(
      host: value(after: hostArgument, in: arguments) ?? usualHost, port: number)
  }

  /// `host:port`, to be kept for the next process of the app.
  public var text: String {
    "\(host):\(port)"
  }

  /// Nil where the text is none of ours.
  public init?(text: String) {
    guard
      let colon = text.lastIndex(of: ":"),
      let port = UInt16(text[text.index(after: colon)...]), port > 0, colon > text.startIndex
    else {
      return nil
    }
    self.init(host: String(text[..<colon]), port: port)
  }

  /// As a URL session takes it (`connectionProxyDictionary`), for HTTP and for HTTPS.
  public var dictionary: [String: Any] {
    [
      "HTTPEnable": 1,
      "HTTPProxy": host,
      "HTTPPort": Int(port),
      "HTTPSEnable": 1,
      "HTTPSProxy": host,
      "HTTPSPort": Int(port),
    ]
  }

  private static func value(after name: String, in arguments: [String]) -> String? {
    guard let at = arguments.firstIndex(of: name), at + 1 < arguments.count else {
      return nil
    }
    return arguments[at + 1]
  }
}
