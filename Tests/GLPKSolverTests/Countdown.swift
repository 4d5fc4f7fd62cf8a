import LinearProgram
import Synchronization

/// A budget that is spent after a number of questions, wherever the search then is.
final class Countdown: Sendable {
  private let left: Atomic<Int>

  init(_ questions: Int) { left = Atomic(questions) }

  var budget: Budget {
    Budget(isInterrupted: { self.left.subtract(1, ordering: .relaxed).newValue < 0 })
  }
}
