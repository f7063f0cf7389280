import CrosscheckCore
import UIKit
import UserNotifications

/// Starts the SDK with the process, as customers' apps do, once the app knows what to embed, and hands the SDK what
/// the system tells the app.
final class AppDelegate: UIResponder, UIApplicationDelegate, UNUserNotificationCenterDelegate {
  var window: UIWindow?

  func application(
    _ application: UIApplication,
    didFinishLaunchingWithOptions options: [UIApplication.LaunchOptionsKey: Any]?
  ) -> Bool {
    NetworkProxy.coverWebViews()
    // before the SDK starts, as in the first process, where a link starts it later: a plugin may take its place
    UNUserNotificationCenter.current().delegate = self
    Host.only.resume()
    askForPushMessages()
    let window = UIWindow(frame: UIScreen.main.bounds)
    window.rootViewController = StateScreen(Host.only.state)
    window.makeKeyAndVisible()
    self.window = window
    return true
  }

  /// Simulators take push messages for apps that may show them. Provisionally, an app may without its user being
  /// asked.
  private func askForPushMessages() {
    #if targetEnvironment(simulator)
      UNUserNotificationCenter.current().requestAuthorization(options: [.alert, .provisional]) {
        _, _ in
      }
    #endif
  }

  /// Takes links of ours; any other is the app's own, as a customer's would be.
  func application(
    _ application: UIApplication, open url: URL,
    options: [UIApplication.OpenURLOptionsKey: Any]
  ) -> Bool {
    if Link.isOurs(url) {
      Host.only.take(url)
    } else {
      Host.only.running?.opened(url, options: options)
    }
    return true
  }

  func application(
    _ application: UIApplication, continue activity: NSUserActivity,
    restorationHandler: @escaping ([UIUserActivityRestoring]?) -> Void
  ) -> Bool {
    Host.only.running?.continued(activity)
    return true
  }

  func application(
    _ application: UIApplication,
    didRegisterForRemoteNotificationsWithDeviceToken deviceToken: Data
  ) {
    Host.only.running?.pushToken(deviceToken)
  }

  func application(
    _ application: UIApplication, didFailToRegisterForRemoteNotificationsWithError error: Error
  ) {
    Host.only.running?.pushFailed(error)
  }

  func application(
    _ application: UIApplication, didReceiveRemoteNotification userInfo: [AnyHashable: Any],
    fetchCompletionHandler completed: @escaping (UIBackgroundFetchResult) -> Void
  ) {
    Host.only.takePush(userInfo)
    completed(.noData)
  }

  func userNotificationCenter(
    _ center: UNUserNotificationCenter, willPresent notification: UNNotification,
    withCompletionHandler completed: @escaping (UNNotificationPresentationOptions) -> Void
  ) {
    Host.only.takePush(notification.request.content.userInfo)
    completed([])
  }

  func userNotificationCenter(
    _ center: UNUserNotificationCenter, didReceive response: UNNotificationResponse,
    withCompletionHandler completed: @escaping () -> Void
  ) {
    Host.only.running?.pushTapped(
      response.actionIdentifier, response.notification.request.content.userInfo)
    completed()
  }
}
