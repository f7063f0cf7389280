import CrosscheckCore
import UIKit

/// Shows the state as JSON, in an element that accessibility knows as `crosscheck-state`.
final class StateScreen: UIViewController {
  private static let identifier = "crosscheck-state"
  private static let padding: CGFloat = 16

  private let state: HostState
  private let label = UILabel()

  init(_ state: HostState) {
    self.state = state
    super.init(nibName: nil, bundle: nil)
  }

  required init?(coder: NSCoder) {
    fatalError("this screen is in no storyboard")
  }

  override func viewDidLoad() {
    super.viewDidLoad()
    view.backgroundColor = .systemBackground
    label.accessibilityIdentifier = StateScreen.identifier
    label.numberOfLines = 0
    label.font = .monospacedSystemFont(ofSize: 10, weight: .regular)
    label.translatesAutoresizingMaskIntoConstraints = false
    view.addSubview(label)
    let area = view.safeAreaLayoutGuide
    NSLayoutConstraint.activate([
      label.topAnchor.constraint(equalTo: area.topAnchor, constant: StateScreen.padding),
      label.leadingAnchor.constraint(equalTo: area.leadingAnchor, constant: StateScreen.padding),
      label.trailingAnchor.constraint(
        equalTo: area.trailingAnchor, constant: -StateScreen.padding),
      label.bottomAnchor.constraint(
        lessThanOrEqualTo: area.bottomAnchor, constant: -StateScreen.padding),
    ])
    state.heard { [weak self] in
      DispatchQueue.main.async { self?.refresh() }
    }
  }

  private func refresh() {
    label.text = state.text
  }
}
