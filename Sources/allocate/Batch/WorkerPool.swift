import Answers
import Glibc
import RunDirectory

/// Several worker processes at a time.
struct WorkerPool {
  /// How many.
  let jobs: Int
  /// Command line of the worker for an entry of the batch.
  let arguments: (Int) -> [String]

  /// Works through entries of the batch in their order, and tells of each when it is done.
  ///
  /// When the user asks for the end, nothing more is started, and what runs is asked to end.
  func run(_ indices: [Int], _ done: (Int, ScenarioOutcome, _ milliseconds: Int) -> Void) {
    var waiting = indices[...]
    var running: [WorkerProcess] = []
    var isTold = false
    while !running.isEmpty || !waiting.isEmpty {
      if Interruption.isRequested {
        waiting = []
        if !isTold { for worker in running { worker.interrupt() } }
        isTold = true
      }
      while running.count < jobs, let index = waiting.first {
        do throws(SystemError) {
          running.append(try WorkerProcess(index: index, arguments: arguments(index)))
        } catch {
          // More at a time than the system allows: its turn comes when another has ended.
          if !running.isEmpty { break }
          done(index, WorkerProcess.notStarted(error), 0)
        }
        waiting.removeFirst()
      }
      for worker in ready(running) where worker.takeOutput() {
        running.removeAll { $0 === worker }
        let (outcome, milliseconds) = worker.finish()
        done(worker.index, outcome, milliseconds)
      }
    }
  }

  /// The workers that have written or ended; none after a quarter of a second without any, or after a signal.
  private func ready(_ running: [WorkerProcess]) -> [WorkerProcess] {
    if running.isEmpty { return [] }
    var polled = running.map { pollfd(fd: $0.output, events: Int16(POLLIN), revents: 0) }
    guard poll(&polled, nfds_t(polled.count), 250) > 0 else { return [] }
    return zip(running, polled).filter { $1.revents != 0 }.map { $0.0 }
  }
}
