import Foundation

/// The calls that the SDK has been given and not yet taken. Safe for threads: the SDK lets go of what it queued on any.
final class OpenCalls {
  private let lock = NSLock()
  private var numbers: [String: Int] = [:]
  private var resets: [Int] = []

  /// - Parameter messageId: nil where the SDK gave the event none
  func open(_ number: Int, _ messageId: String?) {
    lock.lock()
    defer { lock.unlock() }
    if let messageId = messageId {
      numbers[messageId] = number
    }
  }

  /// The number of the call that this message is of; nil for the SDK's own.
  func close(_ messageId: String?) -> Int? {
    lock.lock()
    defer { lock.unlock() }
    return messageId.flatMap { numbers.removeValue(forKey: $0) }
  }

  func reset(_ number: Int) {
    lock.lock()
    defer { lock.unlock() }
    resets.append(number)
  }

  /// The number of the reset that has been done; nil where nobody asked for one.
  func wasReset() -> Int? {
    lock.lock()
    defer { lock.unlock() }
    return resets.isEmpty ? nil : resets.removeFirst()
  }
}
