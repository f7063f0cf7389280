/// One step: a call of the Spec, or something else that is asked of the SDK.
public struct Step {
  /// What the call says beside its own fields; each nil where it says nothing.
  public struct Options {
    public let context: [String: Any]?
    public let integrations: [String: Any]?
  }

  public enum Call {
    case identify(userId: String?, traits: [String: Any])
    case track(event: String, properties: [String: Any])
    case screen(name: String?, category: String?, properties: [String: Any])
    case group(groupId: String, traits: [String: Any])
    case alias(userId: String)
  }

  public enum Action {
    case call(Call, Options)
    case flush
    case reset
    case opt(isIn: Bool)
    case pushToken(String)
  }

  /// Its number in the session.
  public let number: Int
  public let action: Action

  /// Reads `{"number": 0, "call": "track", "event": …, "payload": {…}, "options": {…}}`, or one of
  /// flush, reset, opt and push token.
  ///
  /// - Throws: `Unreadable` where a field is missing, or apps have no such call.
  public init(_ json: [String: Any]) throws {
    let fields = Fields(json)
    number = try fields.needNumber("number")
    action = try Step.action(fields)
  }

  /// The user whom the SDK knows once it has taken this step; nil where the step names none.
  public var user: String? {
    if case .call(.identify(let userId, _), _) = action {
      return userId
    }
    return nil
  }

  private static func action(_ fields: Fields) throws -> Action {
    let name = try fields.need("call")
    switch name {
    case "flush":
      return .flush
    case "reset":
      return .reset
    case "opt":
      return .opt(isIn: try fields.needFlag("in"))
    case "push token":
      return .pushToken(try fields.need("token"))
    default:
      return .call(try call(name, fields), options(fields))
    }
  }

  private static func call(_ name: String, _ fields: Fields) throws -> Call {
    let payload = fields.object("payload") ?? [:]
    switch name {
    case "identify":
      return .identify(userId: fields.text("userId"), traits: payload)
    case "track":
      return .track(event: try fields.need("event"), properties: payload)
    case "screen":
      return .screen(
        name: fields.text("name"), category: fields.text("category"), properties: payload)
    case "group":
      return .group(groupId: try fields.need("groupId"), traits: payload)
    case "alias":
      return .alias(userId: try fields.need("userId"))
    default:
      throw Unreadable("apps have no call '\(name)'")
    }
  }

  private static func options(_ fields: Fields) -> Options {
    let options = Fields(fields.object("options") ?? [:])
    return Options(
      context: options.object("context"), integrations: options.object("integrations"))
  }
}
