/// What the app was told makes no sense to it.
public struct Unreadable: Error, CustomStringConvertible {
  public let description: String

  public init(_ description: String) {
    self.description = description
  }
}
