#if ANALYTICS_IOS
  import Foundation
  import Segment

  /// Mixpanel for analytics-ios: `configuration.use(MixpanelIntegrationFactory())`.
  final class MixpanelIntegrationFactory: NSObject, SEGIntegrationFactory {
    /// Without a token an integration that does nothing.
    func create(withSettings settings: [AnyHashable: Any], for analytics: Analytics) -> Integration {
      let own = settings as? [String: Any] ?? [:]
      return MixpanelIntegration(
        MixpanelCalls.start(own) { [weak analytics] in analytics?.getAnonymousId() ?? "" })
    }

    func key() -> String {
      "Mixpanel"
    }
  }

  final class MixpanelIntegration: NSObject, Integration {
    private let mixpanel: MixpanelCalls?

    init(_ mixpanel: MixpanelCalls?) {
      self.mixpanel = mixpanel
    }

    func track(_ payload: TrackPayload) {
      mixpanel?.track(user(payload), payload.event, fields(payload.properties))
    }

    func screen(_ payload: ScreenPayload) {
      mixpanel?.screen(
        user(payload), name: payload.name, category: payload.category, fields(payload.properties))
    }

    func identify(_ payload: IdentifyPayload) {
      var traits = payload.traits ?? [:]
      // analytics-ios keeps both ids among the traits
      traits["anonymousId"] = nil
      traits["userId"] = nil
      mixpanel?.identify(user(payload), traits)
    }

    /// The SDK does not tell the previous id: it is that of all other calls.
    func alias(_ payload: AliasPayload) {
      mixpanel?.alias(
        MixpanelUser(payload.anonymousId, payload.theNewId), previousId: payload.userId)
    }

    func group(_ payload: GroupPayload) {
      mixpanel?.group(payload.groupId, payload.traits ?? [:])
    }

    func flush() {
      mixpanel?.flush()
    }

    func reset() {
      mixpanel?.reset()
    }

    private func user(_ payload: Payload) -> MixpanelUser {
      MixpanelUser(payload.anonymousId, payload.userId)
    }

    private func fields(_ properties: [AnyHashable: Any]?) -> [String: Any] {
      properties as? [String: Any] ?? [:]
    }
  }
#endif
