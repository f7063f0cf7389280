import CrosscheckCore
import Foundation

/// Asks an address over HTTPS as any code of the app would, and tells what became of it: the way to the network and
/// what the app trusts are then known, before an SDK meets them.
enum ReachabilityProbe {
  private static let patience: TimeInterval = 10

  /// Begins to ask; the state tells how it ends.
  static func ask(_ address: String, _ state: HostState) {
    guard let url = URL(string: address), url.scheme == "https" else {
      state.unreached(address, why: "only https:// is asked")
      return
    }
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = patience
    let session = URLSession(
      configuration: configuration, delegate: NoRedirect(), delegateQueue: nil)
    session.dataTask(with: url) { _, response, error in
      if let answer = response as? HTTPURLResponse {
        state.reached(address, status: answer.statusCode)
      } else {
        state.unreached(address, why: words(error))
      }
    }.resume()
    session.finishTasksAndInvalidate()
  }

  private static func words(_ error: Error?) -> String {
    guard let error = error as NSError? else {
      return "no answer"
    }
    return "\(error.domain) \(error.code): \(error.localizedDescription)"
  }

  private final class NoRedirect: NSObject, URLSessionTaskDelegate {
    func urlSession(
      _ session: URLSession, task: URLSessionTask,
      willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
      completionHandler: @escaping (URLRequest?) -> Void
    ) {
      completionHandler(nil)
    }
  }
}
