import Foundation
import Segment

/// Has the SDK send Segment's own copy of each event at once. `flushAt(1)` would do so too, but the SDK then flushes
/// every plugin with every event, and no customer's does.
final class Courier {
  private let queue = DispatchQueue(label: "dev.crosscheck.courier")
  private weak var analytics: Analytics?
  private var isSending = false
  private var isMore = false

  init(_ analytics: Analytics) {
    self.analytics = analytics
  }

  func send() {
    queue.async {
      if self.isSending {
        self.isMore = true
      } else {
        self.start()
      }
    }
  }

  private func start() {
    guard let segment = analytics?.find(pluginType: SegmentDestination.self) else {
      return
    }
    isSending = true
    isMore = false
    let sending = DispatchGroup()
    segment.flush(group: sending)
    sending.notify(queue: queue) {
      self.isSending = false
      if self.isMore {
        self.start()
      }
    }
  }
}
