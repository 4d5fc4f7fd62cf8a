import Synchronization

/// One line on standard error that tells how far a long search is; shown from its second second on.
///
/// The search itself drives it, by asking often whether it should end.
final class ProgressLine: Sendable {
  private struct State {
    var stage = ""
    var isShown = false
    var nextUpdate: ContinuousClock.Instant
  }

  private let console: Console
  private let start = ContinuousClock.now
  private let state: Mutex<State>

  init(_ console: Console) {
    self.console = console
    state = Mutex(State(nextUpdate: start + .seconds(1)))
  }

  /// Says what the search is working on.
  func begin(_ stage: String) {
    state.withLock { $0.stage = stage }
  }

  /// Shows the line anew if it is time to.
  func tick() {
    guard console.showsProgress else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      guard now >= state.nextUpdate else { return }
      state.nextUpdate = now + .milliseconds(500)
      state.isShown = true
      let seconds = (now - start).components.seconds
      let used = console.language.text("已用 \(seconds)s", "\(seconds)s")
      // Back to the first column, the line, and whatever was longer before erased.
      console.show("\r\(used) \(state.stage)\u{1B}[K")
    }
  }

  /// Takes the line away.
  func end() {
    state.withLock { state in
      if state.isShown { console.show("\r\u{1B}[K") }
      state.isShown = false
    }
  }
}
