internal import LinearProgram

/// Threads that share out numbered jobs once and for all, so that no result depends on how many there are.
final class Lanes {
  private let threads: [WorkerThread]

  /// How many jobs run at a time.
  var count: Int { threads.count + 1 }

  init(_ count: Int) {
    threads = (1..<max(1, count)).map { _ in WorkerThread() }
  }

  /// Runs jobs 0, 1, …; each learns the lane it runs in. Lane l does l, l + count, l + 2·count, …
  func run(_ jobs: Int, _ body: (_ job: Int, _ lane: Int) -> Void) {
    func work(_ lane: Int) {
      for job in stride(from: lane, to: jobs, by: count) { body(job, lane) }
    }
    withoutActuallyEscaping(work) { work in
      for (position, thread) in threads.enumerated() { thread.start { work(position + 1) } }
      work(0)
      for thread in threads { thread.wait() }
    }
  }

  /// Runs a job for every number below `count`; the results in their order.
  func map<Result>(_ count: Int, _ job: (Int) throws(SolverFailure) -> Result)
    throws(SolverFailure) -> [Result]
  {
    let slots = UnsafeMutableBufferPointer<Swift.Result<Result, SolverFailure>?>
      .allocate(capacity: count)
    slots.initialize(repeating: nil)
    defer {
      slots.deinitialize()
      slots.deallocate()
    }
    run(count) { index, _ in
      do throws(SolverFailure) { slots[index] = .success(try job(index)) } catch {
        slots[index] = .failure(error)
      }
    }
    var results: [Result] = []
    for slot in slots {
      guard let slot else { throw SolverFailure("a job was left out") }
      results.append(try slot.get())
    }
    return results
  }
}
