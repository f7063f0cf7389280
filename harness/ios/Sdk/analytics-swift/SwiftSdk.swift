import CrosscheckCore
import Segment
import UIKit

typealias Sdk = SwiftSdk

/// analytics-swift. A plugin behind all destinations tells when the SDK has taken a call.
final class SwiftSdk: SegmentSdk {
  static let word = "analytics-swift"

  private let analytics: Analytics
  private let state: HostState
  private let launch: Launch
  private let calls = OpenCalls()

  /// Segment's own destination, which is to send at once.
  private let courier: Courier

  /// Whether events pass the SDK, or never will.
  private var isOpen = false

  init(_ launch: Launch, _ state: HostState) throws {
    let plugin = try launch.factory.map(Registry.plugin)
    self.launch = launch
    self.state = state
    let configuration = Configuration(writeKey: launch.writeKey)
      .application(UIApplication.shared)
      .errorHandler { error in state.error("analytics-swift reports: \(error)") }
    let analytics = Analytics(configuration: configuration)
    self.analytics = analytics
    courier = Courier(analytics)
    state.runs(version: Analytics.version())
    analytics.add(plugin: Passage { [weak self] in self?.passed() })
    for rule in launch.middleware where rule.destination == nil {
      analytics.add(plugin: SwiftMiddleware(rule, dropped: { [weak self] in self?.dropped($0) }))
    }
    if let plugin = plugin {
      analytics.add(plugin: plugin)
      put(before: plugin)
    }
    analytics.add(plugin: Watch(self))
  }

  /// A destination takes plugins of its own.
  private func put(before plugin: Plugin) {
    for rule in launch.middleware where rule.destination != nil {
      if let destination = plugin as? DestinationPlugin {
        _ = destination.add(plugin: SwiftMiddleware(rule, dropped: { _ in }))
      } else {
        state.failed("\(type(of: plugin)) is no DestinationPlugin: no plugin can stand before it")
      }
    }
  }

  func make(_ call: Step.Call, _ options: Step.Options, number: Int) throws {
    let enrichments = [enrichment(options, number)]
    switch call {
    case .identify(let userId?, let traits):
      analytics.identify(userId: userId, traits: traits, enrichments: enrichments)
    case .identify(nil, let traits):
      analytics.identify(traits: try JSON(traits), enrichments: enrichments)
    case .track(let event, let properties):
      analytics.track(name: event, properties: properties, enrichments: enrichments)
    case .screen(let name, let category, let properties):
      analytics.screen(
        title: name ?? "", category: category, properties: properties, enrichments: enrichments)
    case .group(let groupId, let traits):
      analytics.group(groupId: groupId, traits: traits, enrichments: enrichments)
    case .alias(let userId):
      analytics.alias(newId: userId, enrichments: enrichments)
    }
  }

  /// What the SDK lets a caller do to an event: its context and integrations are said this way.
  private func enrichment(_ options: Step.Options, _ number: Int) -> EnrichmentClosure {
    let integrations = options.integrations ?? launch.integrations
    return { [calls] given in
      guard var event = given else {
        return nil
      }
      calls.open(number, event.messageId)
      if let context = options.context {
        event.context = SwiftSdk.merged(event.context, context)
      }
      if let integrations = integrations {
        event.integrations = SwiftSdk.merged(event.integrations, integrations)
      }
      return event
    }
  }

  private static func merged(_ usual: JSON?, _ more: [String: Any]) -> JSON? {
    let all = (usual?.dictionaryValue ?? [:]).merging(more) { _, own in own }
    return try? JSON(all)
  }

  /// An event goes no further, and no plugin behind this one will hear of it.
  private func dropped(_ event: RawEvent) {
    for enrichment in event.enrichments ?? [] {
      _ = enrichment(event)  // what the caller says about a call comes behind all enrichment
    }
    taken(event)
  }

  private func taken(_ event: RawEvent) {
    if let number = calls.close(event.messageId) {
      state.taken(
        number, messageId: event.messageId, anonymousId: event.anonymousId, userId: event.userId)
    }
  }

  /// An event has left the queue that keeps them until the SDK has its settings.
  private func passed() {
    isOpen = true
    tellReady()
  }

  private func tellReady() {
    if isOpen && state.hasSettings {
      state.ready()
    }
  }

  func flush() {
    analytics.flush()
  }

  func reset(_ number: Int) -> Bool {
    calls.reset(number)
    analytics.reset()
    return true
  }

  func optOut(_ out: Bool) {
    analytics.enabled = !out
    isOpen = isOpen || out  // no event will pass
    tellReady()
  }

  func pushToken(_ token: Data) {
    analytics.registeredForRemoteNotifications(deviceToken: token)
  }

  func pushFailed(_ error: Error) {
    analytics.failedToRegisterForRemoteNotification(error: error)
  }

  func pushReceived(_ userInfo: [AnyHashable: Any]) {
    analytics.receivedRemoteNotification(userInfo: userInfo)
  }

  func pushTapped(_ action: String, _ userInfo: [AnyHashable: Any]) {
    analytics.handleAction(identifier: action, userInfo: userInfo as? [String: Any] ?? [:])
  }

  func opened(_ url: URL, options: [UIApplication.OpenURLOptionsKey: Any]) {
    analytics.openURL(url, options: options)
  }

  func continued(_ activity: NSUserActivity) {
    analytics.continueUserActivity(activity)
  }

  var anonymousId: String {
    analytics.anonymousId
  }

  var userId: String {
    analytics.userId ?? ""
  }

  /// Comes first behind the queue that keeps events until the SDK has its settings.
  private final class Passage: Plugin {
    let type = PluginType.before
    weak var analytics: Analytics?
    private let passed: () -> Void
    private var isOpen = false

    init(_ passed: @escaping () -> Void) {
      self.passed = passed
    }

    func execute<T: RawEvent>(event: T?) -> T? {
      if !isOpen {
        isOpen = true
        passed()
      }
      return event
    }
  }

  /// Comes last, so that what it sees has been handed to the plugin.
  private final class Watch: EventPlugin {
    let type = PluginType.after
    weak var analytics: Analytics?
    private weak var sdk: SwiftSdk?

    init(_ sdk: SwiftSdk) {
      self.sdk = sdk
    }

    /// Without a network the SDK makes up settings, which the plugin's own are not in.
    func update(settings: Settings, type: UpdateType) {
      guard let sdk = sdk else {
        return
      }
      if !sdk.launch.isOpen || settings.hasIntegrationSettings(key: sdk.launch.plugin) {
        sdk.state.settings()
        sdk.tellReady()
      }
    }

    func execute<T: RawEvent>(event: T?) -> T? {
      if let event = event {
        sdk?.taken(event)
        sdk?.courier.send()
      }
      return event
    }

    func reset() {
      guard let sdk = sdk, let number = sdk.calls.wasReset() else {
        return
      }
      sdk.state.taken(
        number, messageId: nil, anonymousId: sdk.anonymousId, userId: sdk.userId)
    }
  }
}
