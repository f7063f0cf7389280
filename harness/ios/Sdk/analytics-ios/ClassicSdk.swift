import CrosscheckCore
import Segment
import UIKit

typealias Sdk = ClassicSdk

/// analytics-ios. A source middleware, the SDK's own hook, tells when it has taken a call.
final class ClassicSdk: SegmentSdk {
  static let word = "analytics-ios"

  private static let segment = "Segment.io"

  /// The SDK names a destination when that has got its settings, or was found to need none.
  private static let started = Notification.Name("io.segment.analytics.integration.did.start")

  private let analytics: Analytics
  private let state: HostState
  private let launch: Launch

  /// The call that is being made: the SDK takes it before the call returns.
  private var making: Int?

  init(_ launch: Launch, _ state: HostState) throws {
    let factory = try launch.factory.map(Registry.factory)
    self.launch = launch
    self.state = state
    let taking = Taking()
    let first = BlockMiddleware { context, next in
      next(context)
      taking.sdk?.took(context.payload)
    }
    var source: [Middleware] = [first]
    source += launch.middleware.compactMap(ClassicMiddleware.beforeAll)
    let configuration = AnalyticsConfiguration(writeKey: launch.writeKey)
    configuration.trackApplicationLifecycleEvents = true
    configuration.trackDeepLinks = true
    configuration.flushAt = 1  // of Segment's own; no plugin is flushed for it
    configuration.sourceMiddleware = source
    configuration.destinationMiddleware = launch.middleware.compactMap(ClassicMiddleware.beforeOne)
    if let factory = factory {
      configuration.use(factory)
    }
    ClassicSdk.hear(of: launch, state)
    Analytics.setup(with: configuration)
    analytics = Analytics.shared()
    taking.sdk = self
    state.runs(version: Analytics.version())
  }

  private static func hear(of launch: Launch, _ state: HostState) {
    let awaited = launch.isOpen ? launch.plugin : segment
    NotificationCenter.default.addObserver(forName: started, object: nil, queue: .main) { told in
      let destination = told.object as? String
      if destination == segment {
        state.settings()
      }
      if destination == awaited {
        state.ready()
      }
    }
  }

  func make(_ call: Step.Call, _ options: Step.Options, number: Int) throws {
    let said = words(options)
    making = number
    defer { making = nil }
    switch call {
    case .identify(let userId, let traits):
      analytics.identify(userId, traits: traits, options: said)
    case .track(let event, let properties):
      analytics.track(event, properties: properties, options: said)
    case .screen(let name?, let category, let properties) where !name.isEmpty:
      analytics.screen(name, category: category, properties: properties, options: said)
    case .screen:
      throw Unreadable("analytics-ios has no screen without a name")
    case .group(let groupId, let traits):
      analytics.group(groupId, traits: traits, options: said)
    case .alias(let userId):
      analytics.alias(userId, options: said)
    }
  }

  private func words(_ options: Step.Options) -> [String: Any] {
    var said: [String: Any] = [:]
    said["context"] = options.context
    said["integrations"] = options.integrations ?? launch.integrations
    return said
  }

  private func took(_ payload: Payload?) {
    guard let number = making, let payload = payload else {
      return
    }
    let messageId = payload.messageId
    let anonymousId = payload.anonymousId
    let userId = payload.userId
    self.userId = userId
    DispatchQueue.main.async { [state] in
      state.taken(number, messageId: messageId, anonymousId: anonymousId, userId: userId)
    }
  }

  func flush() {
    analytics.flush()
  }

  /// The plugin is reset in its turn, before it gets any later call.
  func reset(_ number: Int) -> Bool {
    analytics.reset()
    userId = ""
    return false
  }

  func optOut(_ out: Bool) {
    if out {
      analytics.disable()
    } else {
      analytics.enable()
    }
  }

  func pushToken(_ token: Data) {
    analytics.registeredForRemoteNotifications(withDeviceToken: token)
  }

  func pushFailed(_ error: Error) {
    // by its name in Objective-C, which Swift's importer may split in two ways
    _ = analytics.perform(
      NSSelectorFromString("failedToRegisterForRemoteNotificationsWithError:"), with: error)
  }

  func pushReceived(_ userInfo: [AnyHashable: Any]) {
    analytics.receivedRemoteNotification(userInfo)
  }

  func pushTapped(_ action: String, _ userInfo: [AnyHashable: Any]) {
    analytics.handleAction(withIdentifier: action, forRemoteNotification: userInfo)
  }

  func opened(_ url: URL, options: [UIApplication.OpenURLOptionsKey: Any]) {
    var plain: [AnyHashable: Any] = [:]
    for (key, value) in options {
      plain[key.rawValue] = value
    }
    analytics.open(url, options: plain)
  }

  func continued(_ activity: NSUserActivity) {
    analytics.continue(activity)
  }

  var anonymousId: String {
    analytics.getAnonymousId()
  }

  /// The SDK does not tell whom it knows; its messages do.
  private(set) var userId = ""

  /// Whom the first middleware tells, once there is one to tell.
  private final class Taking {
    weak var sdk: ClassicSdk?
  }
}
