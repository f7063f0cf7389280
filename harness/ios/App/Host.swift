import CrosscheckCore
import UIKit

/// The app's one holder of the SDK: it starts the SDK as it is told, performs the steps, and keeps the state that the
/// screen shows. Knows nothing of who tells it. For the main thread alone.
final class Host {
  static let only = Host()

  private static let look = DispatchTimeInterval.milliseconds(10)

  let state = HostState()

  /// Nil until the app has been told what to embed.
  private(set) var running: SegmentSdk?

  private var optedOut = false

  private init() {}

  /// Takes a link of ours, see `Link`.
  func take(_ url: URL) {
    do {
      switch try Link(url) {
      case .start(let launch):
        begin(launch)
      case .step(let step):
        perform(step)
      case .probe(let address):
        ReachabilityProbe.ask(address, state)
      }
    } catch {
      state.error("a link that cannot be read: \(error)")
    }
  }

  /// Takes a push message. The SDK sees any, as a customer's does; one of a step's is done then, see `PushMessage`.
  func takePush(_ userInfo: [AnyHashable: Any]) {
    do {
      guard let message = try PushMessage(userInfo) else {
        running?.pushReceived(userInfo)
        return
      }
      if Kept.pushed.insert(message.step.number).inserted {
        running?.pushReceived(message.userInfo)
        perform(message.step)
      }
    } catch {
      state.error("a push message that cannot be read: \(error)")
    }
  }

  /// Starts the SDK if an earlier process of the app was told how.
  func resume() {
    guard running == nil, let text = Kept.launch else {
      return
    }
    do {
      start(try Launch(text))
    } catch {
      state.error("starting the app again: \(error)")
    }
  }

  /// Starts the SDK, and remembers how.
  private func begin(_ launch: Launch) {
    if running == nil {
      Kept.launch = launch.text
      Kept.pushed = []
      start(launch)
      tellOfTheLaunch()
    }
  }

  private func start(_ launch: Launch) {
    guard launch.sdk == Sdk.word else {
      state.failed("this app embeds \(Sdk.word), not \(launch.sdk)")
      return
    }
    do {
      running = try Sdk(launch, state)
    } catch {
      state.failed("\(error)")
    }
  }

  /// A customer's app starts its SDKs as it is launched, and they hear of the launch as it ends. This one hears by a
  /// link what to start, when that is over: so those who have just come are told again.
  private func tellOfTheLaunch() {
    let application = UIApplication.shared
    var told = [UIApplication.didFinishLaunchingNotification]
    if application.applicationState == .active {
      told.append(UIApplication.didBecomeActiveNotification)
    }
    for name in told {
      NotificationCenter.default.post(name: name, object: application)
    }
  }

  private func perform(_ step: Step) {
    guard let sdk = running else {
      state.error("step \(step.number) came before the SDK was started")
      return
    }
    do {
      if try !perform(step, sdk) {
        DispatchQueue.main.async { [state] in
          state.taken(
            step.number, messageId: nil, anonymousId: sdk.anonymousId, userId: sdk.userId)
        }
      }
      made(step, sdk)
    } catch {
      state.error("step \(step.number): \(error)")
    }
  }

  /// Returns whether the SDK will tell when it has taken the step.
  private func perform(_ step: Step, _ sdk: SegmentSdk) throws -> Bool {
    switch step.action {
    case .flush:
      sdk.flush()
      return false
    case .reset:
      return sdk.reset(step.number)
    case .opt(let isIn):
      optedOut = !isIn
      sdk.optOut(optedOut)
      return false
    case .pushToken(let token):
      sdk.pushToken(PushToken.data(token))
      return false
    case .call(let call, let options):
      try sdk.make(call, options, number: step.number)
      return !optedOut
    }
  }

  /// The SDK may learn of a user beside the calls that come after, which are that user's.
  private func made(_ step: Step, _ sdk: SegmentSdk) {
    if let user = step.user, !optedOut, sdk.userId != user {
      DispatchQueue.main.asyncAfter(deadline: .now() + Host.look) { self.made(step, sdk) }
    } else {
      state.made(step.number)
    }
  }
}
