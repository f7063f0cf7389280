import Foundation

/// What the app shows of itself: whether it is up, which steps the SDK took, what went wrong. Safe for threads.
public final class HostState {
  private static let longest = 2000

  private let lock = NSLock()
  private var shown: [String: Any] = ["ready": false, "settings": false, "made": -1]
  private var taken: [[String: Any]] = []
  private var errors: [String] = []
  private var listener: () -> Void = {}

  public init() {}

  /// Hears that something changed, on any thread.
  public func heard(by listener: @escaping () -> Void) {
    lock.lock()
    self.listener = listener
    lock.unlock()
    listener()
  }

  /// The SDK that runs calls itself this version.
  public func runs(version: String) {
    put("sdkVersion", version)
  }

  /// The SDK and the plugin are up.
  public func ready() {
    put("ready", true)
  }

  /// The SDK has got its settings.
  public func settings() {
    put("settings", true)
  }

  public var hasSettings: Bool {
    lock.lock()
    defer { lock.unlock() }
    return shown["settings"] as? Bool ?? false
  }

  /// The app has done this step; the SDK may still hold a call back.
  public func made(_ number: Int) {
    put("made", number)
  }

  /// The SDK has taken a step; ids are nil for steps that make no message.
  public func taken(_ number: Int, messageId: String?, anonymousId: String?, userId: String?) {
    var told: [String: Any] = ["number": number]
    told["messageId"] = messageId
    told["anonymousId"] = anonymousId
    told["userId"] = userId
    change { taken.append(told) }
  }

  /// The plugin will never be up.
  public func failed(_ why: String) {
    put("failure", why)
    error(why)
  }

  public func error(_ what: String) {
    change { errors.append(String(what.prefix(HostState.longest))) }
  }

  /// An address gave this HTTP status.
  public func reached(_ url: String, status: Int) {
    put("probe", ["url": url, "answer": status] as [String: Any])
  }

  /// An address could not be asked.
  public func unreached(_ url: String, why: String) {
    put("probe", ["url": url, "error": why])
  }

  /// All of it, as JSON.
  public var text: String {
    lock.lock()
    defer { lock.unlock() }
    var all = shown
    all["taken"] = taken
    all["errors"] = errors
    return JsonText.of(all)
  }

  private func put(_ key: String, _ value: Any) {
    change { shown[key] = value }
  }

  private func change(_ perform: () -> Void) {
    lock.lock()
    perform()
    let told = listener
    lock.unlock()
    told()
  }
}
