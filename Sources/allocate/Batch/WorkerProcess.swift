import Answers
import Glibc
import Reporting
import RunDirectory
import ScenarioIO

/// A process of this program that solves one scenario of a batch.
final class WorkerProcess {
  /// Place of the scenario in the batch.
  let index: Int
  /// Where its outcome can be read.
  let output: Int32
  private let control: Int32
  private let process: pid_t
  private let start = ContinuousClock.now
  private var bytes: [UInt8] = []

  /// Starts the process; throws the system's error where it cannot.
  init(index: Int, arguments: [String]) throws(SystemError) {
    let input = try Pipe()
    let output: Pipe
    do throws(SystemError) { output = try Pipe() } catch {
      input.close()
      throw error
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input.reading, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO)
    var number = pid_t()
    // The running program itself, even if its file has been replaced in the meantime.
    let code = withWords(["allocate"] + arguments) { words in
      withWords(Self.environment) { environment in
        posix_spawn(&number, "/proc/self/exe", &actions, nil, words, environment)
      }
    }
    Glibc.close(input.reading)
    Glibc.close(output.writing)
    guard code == 0 else {
      Glibc.close(input.writing)
      Glibc.close(output.reading)
      throw SystemError("posix_spawn", "/proc/self/exe", code: code)
    }
    self.index = index
    self.output = output.reading
    control = input.writing
    process = number
  }

  deinit {
    close(output)
    close(control)
  }

  /// Asks the search to come to an end.
  func interrupt() { _ = Console.write([0], to: control) }

  /// Takes what the process has written; returns whether it has ended.
  func takeOutput() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(output, &buffer, buffer.count)
    if count > 0 { bytes += buffer[..<count] }
    return count == 0 || count < 0 && errno != EINTR
  }

  /// Waits for the end of the process; the outcome, and milliseconds since its start.
  func finish() -> (outcome: ScenarioOutcome, milliseconds: Int) {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    let milliseconds = Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
    if status == 0, let json = try? ScenarioIO.JSONValue(parsing: bytes),
      let outcome = ScenarioOutcome(json)
    {
      return (outcome, milliseconds)
    }
    let end = status & 0x7F
    let finding =
      end == 0
      ? Phrase("求解进程以退出码 \(status >> 8) 结束", "its process ended with status \(status >> 8)")
      : Phrase("求解进程被信号 \(end) 终止", "its process was ended by signal \(end)")
    return (WorkerProcess.failed(finding), milliseconds)
  }

  /// The outcome of a process that could not be started.
  static func notStarted(_ error: SystemError) -> ScenarioOutcome {
    failed(
      Phrase("无法启动求解进程：\(error.reason)", "its process could not be started: \(error.reason)"))
  }

  private static func failed(_ finding: Phrase) -> ScenarioOutcome {
    ScenarioOutcome(exitCode: Int(ExitStatus.selfCheckFailed.rawValue), finding: finding)
  }

  /// The environment that this process was started with, `NAME=VALUE` each.
  private static var environment: [String] {
    let bytes = (try? DiskLayer().read("/proc/self/environ")) ?? []
    return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// A pipe that no child process gets unasked.
private struct Pipe {
  let reading: Int32
  let writing: Int32

  init() throws(SystemError) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw SystemError("pipe", "", code: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }

  func close() {
    Glibc.close(reading)
    Glibc.close(writing)
  }
}

/// Calls a closure with words as C has them: pointers to their bytes and a null pointer.
private func withWords<Result>(
  _ words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = words.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers + [nil])
}
