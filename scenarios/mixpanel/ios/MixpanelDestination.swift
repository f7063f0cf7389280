#if ANALYTICS_SWIFT
  import Segment

  /// Mixpanel for analytics-swift: `analytics.add(plugin: MixpanelDestination())`.
  final class MixpanelDestination: DestinationPlugin {
    let type = PluginType.destination
    let key = "Mixpanel"
    let timeline = Timeline()
    weak var analytics: Analytics?
    private var mixpanel: MixpanelCalls?

    /// Called for the settings that are cached, and again for those that are served.
    func update(settings: Settings, type: UpdateType) {
      let own: [String: Any]? = settings.integrationSettings(forKey: key)
      if mixpanel == nil, let own = own {
        mixpanel = MixpanelCalls.start(own) { [weak self] in self?.analytics?.anonymousId ?? "" }
      }
    }

    func track(event: TrackEvent) -> TrackEvent? {
      mixpanel?.track(user(event), event.event, fields(event.properties))
      return event
    }

    func screen(event: ScreenEvent) -> ScreenEvent? {
      mixpanel?.screen(
        user(event), name: event.name, category: event.category, fields(event.properties))
      return event
    }

    func identify(event: IdentifyEvent) -> IdentifyEvent? {
      mixpanel?.identify(user(event), fields(event.traits))
      return event
    }

    func alias(event: AliasEvent) -> AliasEvent? {
      mixpanel?.alias(user(event), previousId: event.previousId)
      return event
    }

    func group(event: GroupEvent) -> GroupEvent? {
      mixpanel?.group(event.groupId, fields(event.traits))
      return event
    }

    func flush() {
      mixpanel?.flush()
    }

    func reset() {
      mixpanel?.reset()
    }

    private func user(_ event: RawEvent) -> MixpanelUser {
      MixpanelUser(event.anonymousId, event.userId)
    }

    private func fields(_ json: JSON?) -> [String: Any] {
      json?.dictionaryValue ?? [:]
    }
  }
#endif
