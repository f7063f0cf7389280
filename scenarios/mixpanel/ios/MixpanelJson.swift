import Foundation
import Mixpanel

/// JSON as Mixpanel's library takes it.
enum MixpanelJson {
  /// Mixpanel reads its own meaning into these.
  private static let reserved: Set<String> = ["distinct_id", "ip", "mp_name_tag", "mp_note", "token"]

  /// Without the names that Mixpanel reserves.
  static func clean(_ given: [String: Any]) -> [String: Any] {
    given.filter { !reserved.contains($0.key) }
  }

  /// Without what is null: the library would send the text `<null>` in its place.
  static func properties(_ json: [String: Any]) -> Properties {
    json.compactMapValues(value)
  }

  /// Dates become ISO 8601. Nil for null and what JSON has no number for, which lists and objects go without, too.
  static func value(_ any: Any) -> MixpanelType? {
    switch any {
    case let text as String:
      return text
    case let date as Date:
      return iso(date)
    case let url as URL:
      return url.absoluteString
    case let number as NSNumber:
      return plain(number)
    case let list as [Any]:
      return list.compactMap(value)
    case let object as [String: Any]:
      return object.compactMapValues(value)
    default:
      return nil
    }
  }

  /// Nil for what is no number; true and false are none.
  static func number(_ any: Any?) -> Double? {
    guard let number = any as? NSNumber, !isFlag(number) else {
      return nil
    }
    return number.doubleValue
  }

  /// `2024-05-01T10:00:00.000Z`.
  static func iso(_ date: Date) -> String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(secondsFromGMT: 0)
    format.dateFormat = "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'"
    return format.string(from: date)
  }

  /// A list of Mixpanel's is a set: what is in it already is not added again.
  static func union(_ list: [Any], _ more: [Any]) -> [Any] {
    var union: [Any] = []
    for value in list + more where !union.contains(where: { isSame($0, value) }) {
      union.append(value)
    }
    return union
  }

  static func isSame(_ one: Any, _ other: Any) -> Bool {
    (one as AnyObject).isEqual(other)
  }

  private static func plain(_ number: NSNumber) -> MixpanelType? {
    if isFlag(number) {
      return number.boolValue
    }
    if let whole = Int(exactly: number) {
      return whole
    }
    let fraction = nearest(number)
    return fraction.isFinite ? fraction : nil
  }

  /// A decimal of Foundation's, which analytics-swift makes of every number, may miss it by a digit itself.
  private static func nearest(_ number: NSNumber) -> Double {
    let decimal = number as? NSDecimalNumber
    return decimal.flatMap { Double($0.stringValue) } ?? number.doubleValue
  }

  private static func isFlag(_ number: NSNumber) -> Bool {
    CFGetTypeID(number) == CFBooleanGetTypeID()
  }
}
