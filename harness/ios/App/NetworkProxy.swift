import CrosscheckCore
import Foundation
import Network
import ObjectiveC
import WebKit

/// Sends what the app says through the proxy that its launch arguments name, whoever says it. An iOS simulator has no
/// network settings of its own, so nothing but the app can tell its traffic from another's.
enum NetworkProxy {
  /// Nil where the app was given none; then nothing is changed.
  private(set) static var settings: ProxySettings?

  /// Has every URL session that is made from now on use the proxy: by the default, the ephemeral and the background
  /// configuration, and the one that all share.
  static func install() {
    do {
      settings = try ProxySettings.named(in: ProcessInfo.processInfo.arguments) ?? kept()
    } catch {
      Host.only.state.failed("\(error)")
      return
    }
    guard let settings = settings else {
      return
    }
    Kept.proxy = settings.text
    exchange(
      URLSessionConfiguration.self, "defaultSessionConfiguration", "crosscheck_default")
    exchange(
      URLSessionConfiguration.self, "ephemeralSessionConfiguration", "crosscheck_ephemeral")
    exchange(
      URLSessionConfiguration.self, "backgroundSessionConfigurationWithIdentifier:",
      "crosscheck_backgroundWithIdentifier:")
    exchange(URLSession.self, "sharedSession", "crosscheck_shared")
  }

  /// Has web views use it that keep their data in the usual store. Once the app runs; older systems cannot.
  static func coverWebViews() {
    guard
      #available(iOS 17.0, *), let settings = settings,
      let port = NWEndpoint.Port(rawValue: settings.port)
    else {
      return
    }
    let proxy = NWEndpoint.hostPort(host: NWEndpoint.Host(settings.host), port: port)
    WKWebsiteDataStore.default().proxyConfigurations = [ProxyConfiguration(httpCONNECTProxy: proxy)]
  }

  fileprivate static func through(_ configuration: URLSessionConfiguration)
    -> URLSessionConfiguration
  {
    if let settings = settings {
      configuration.connectionProxyDictionary = settings.dictionary
    }
    return configuration
  }

  private static func kept() -> ProxySettings? {
    Kept.proxy.flatMap(ProxySettings.init(text:))
  }

  private static func exchange(_ type: AnyClass, _ usual: String, _ own: String) {
    guard
      let before = class_getClassMethod(type, NSSelectorFromString(usual)),
      let after = class_getClassMethod(type, NSSelectorFromString(own))
    else {
      Host.only.state.failed("this iOS has no \(type).\(usual): what the app says cannot be seen")
      return
    }
    method_exchangeImplementations(before, after)
  }
}

/// Stand in the place of the methods after which they are named; within each, that name is the one replaced.
extension URLSessionConfiguration {
  @objc(crosscheck_default)
  dynamic fileprivate class func crosscheckDefault() -> URLSessionConfiguration {
    NetworkProxy.through(crosscheckDefault())
  }

  @objc(crosscheck_ephemeral)
  dynamic fileprivate class func crosscheckEphemeral() -> URLSessionConfiguration {
    NetworkProxy.through(crosscheckEphemeral())
  }

  @objc(crosscheck_backgroundWithIdentifier:)
  dynamic fileprivate class func crosscheckBackground(_ identifier: String)
    -> URLSessionConfiguration
  {
    NetworkProxy.through(crosscheckBackground(identifier))
  }
}

extension URLSession {
  /// The one of the system was configured before anyone could reach it.
  private static let proxied = URLSession(configuration: .default)

  @objc(crosscheck_shared)
  dynamic fileprivate class func crosscheckShared() -> URLSession {
    proxied
  }
}
