import CrosscheckCore
import UIKit

/// One of Segment's SDKs, set up as a customer sets it up, with the plugin in it. Each project of the app compiles one,
/// which it calls `Sdk`. For the main thread alone.
protocol SegmentSdk: AnyObject {
  /// As files and links call it, such as `analytics-swift`.
  static var word: String { get }

  /// Starts it.
  ///
  /// - Throws: `Unreadable` where the plugin is not in the app.
  init(_ launch: Launch, _ state: HostState) throws

  /// Makes a call of the Spec.
  ///
  /// - Throws: `Unreadable` where the SDK has no such call.
  func make(_ call: Step.Call, _ options: Step.Options, number: Int) throws

  func flush()

  /// Returns whether the SDK itself will tell when it has been done.
  func reset(_ number: Int) -> Bool

  func optOut(_ out: Bool)

  func pushToken(_ token: Data)

  func pushFailed(_ error: Error)

  func pushReceived(_ userInfo: [AnyHashable: Any])

  /// - Parameter action: as `UNNotificationResponse` names it
  func pushTapped(_ action: String, _ userInfo: [AnyHashable: Any])

  /// The app was opened by a link.
  func opened(_ url: URL, options: [UIApplication.OpenURLOptionsKey: Any])

  func continued(_ activity: NSUserActivity)

  var anonymousId: String { get }

  /// Empty while nobody is known.
  var userId: String { get }
}
