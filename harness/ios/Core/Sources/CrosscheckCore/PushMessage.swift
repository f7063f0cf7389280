/// A push message of a step's, as a simulator's system hands it to the app. Knows nothing of how it came.
public struct PushMessage {
  private static let key = "crosscheck"

  /// Where `simctl` reads whose a message is; none from a server has it.
  private static let target = "Simulator Target Bundle"

  /// What the app does about it.
  public let step: Step

  /// The message as the SDK is to see it: without what is the app's own.
  public let userInfo: [AnyHashable: Any]

  /// Reads `{"aps": {…}, "title": …, "crosscheck": "{\"number\": 0, \"call\": \"track\", …}"}`; nil where it is of no
  /// step.
  ///
  /// - Throws: `Unreadable` where its step cannot be read.
  public init?(_ userInfo: [AnyHashable: Any]) throws {
    guard let text = userInfo[PushMessage.key] as? String else {
      return nil
    }
    var rest = userInfo
    rest.removeValue(forKey: PushMessage.key)
    rest.removeValue(forKey: PushMessage.target)
    self.step = try Step(JsonText.object(text))
    self.userInfo = rest
  }
}
