import Foundation

/// JSON Merge Patch (RFC 7396): objects are merged, null takes away, anything else replaces.
public enum MergePatch {
  /// - Parameter patch: nil leaves it as it is.
  public static func merged(_ usual: [String: Any], _ patch: [String: Any]?) -> [String: Any] {
    var merged = usual
    for (key, value) in patch ?? [:] {
      if value is NSNull {
        merged[key] = nil
      } else if let object = value as? [String: Any] {
        merged[key] = self.merged(merged[key] as? [String: Any] ?? [:], object)
      } else {
        merged[key] = value
      }
    }
    return merged
  }
}
