/// What the app is to embed. Its text can be kept, as what is compiled into a customer's app would be,
/// so that the next process of the app starts with it too.
public struct Launch {
  /// As it was told.
  public let text: String

  /// `analytics-swift` or `analytics-ios`.
  public let sdk: String
  public let writeKey: String

  /// The plugin's name in Segment's settings.
  public let plugin: String

  /// The plugin in the app's registry; nil where the app is to do without.
  public let factory: String?

  /// Whether the plugin will run; else Segment's settings or the app's own choice keep it silent.
  public let isOpen: Bool

  /// Goes with every call that says nothing else; nil where there is none.
  public let integrations: [String: Any]?

  /// The customer's own middleware, in the order in which it is added.
  public let middleware: [Rule]

  /// Reads `{"sdk": …, "writeKey": …, "plugin": …, "factory": …, "gate": "open"}`.
  ///
  /// - Throws: `Unreadable` where it says no SDK or no write key.
  public init(_ text: String) throws {
    let fields = Fields(try JsonText.object(text))
    self.text = text
    sdk = try fields.need("sdk")
    writeKey = try fields.need("writeKey")
    plugin = fields.text("plugin") ?? ""
    factory = fields.text("factory").flatMap { $0.isEmpty ? nil : $0 }
    isOpen = fields.text("gate") == "open"
    integrations = fields.object("integrations")
    middleware = fields.objects("middleware").map(Rule.init)
  }
}
