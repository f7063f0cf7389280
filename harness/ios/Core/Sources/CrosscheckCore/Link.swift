import Foundation

/// A link by which the app is told what to do. Knows nothing of who follows it.
public enum Link {
  case start(Launch)
  case step(Step)
  case probe(url: String)

  private static let scheme = "crosscheck"

  /// Whether a link is Crosscheck's, and none of the app's own.
  public static func isOurs(_ url: URL) -> Bool {
    url.scheme?.lowercased() == scheme
  }

  /// Reads `crosscheck://start?json=…`, `crosscheck://step?json=…` and `crosscheck://probe?json=…`.
  ///
  /// - Throws: `Unreadable` where it is none of them, or its JSON has not what it needs.
  public init(_ url: URL) throws {
    let parts = URLComponents(url: url, resolvingAgainstBaseURL: false)
    let json = parts?.queryItems?.first { $0.name == "json" }?.value
    guard let text = json else {
      throw Unreadable("a link without json: \(url.absoluteString)")
    }
    switch parts?.host {
    case "start":
      self = .start(try Launch(text))
    case "step":
      self = .step(try Step(JsonText.object(text)))
    case "probe":
      self = .probe(url: try Fields(JsonText.object(text)).need("url"))
    default:
      throw Unreadable("there is nothing at \(parts?.host ?? "")")
    }
  }
}
