/// Whom Segment says that a call is of.
struct MixpanelUser {
  let anonymousId: String

  /// Empty if unknown.
  let id: String

  init(_ anonymousId: String?, _ id: String?) {
    self.anonymousId = anonymousId ?? ""
    self.id = id ?? ""
  }

  var isKnown: Bool {
    !id.isEmpty
  }

  /// As Mixpanel writes it.
  var anonymous: String {
    "$device:\(anonymousId)"
  }
}
