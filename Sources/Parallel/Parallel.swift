import Dispatch

/// Work on several threads at once.
public enum Parallel {
  private struct Shared: @unchecked Sendable {
    let body: (Int) -> Void
  }

  /// Calls a closure once with every number below `count`, several at a time, and returns when all calls have ended.
  ///
  /// The calls share what the closure captures, unguarded: no two may write to the same place.
  public static func forEach(below count: Int, _ body: (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      let shared = Shared(body: body)
      DispatchQueue.concurrentPerform(iterations: count) { shared.body($0) }
    }
  }
}
