import Glibc
import Synchronization

/// Ctrl-C (SIGINT) and SIGTERM: the first asks the search to come to an end, the second ends the process at once.
enum Interruption {
  private static let signalNumber = Atomic<Int32>(0)

  /// Signal that asked for the end; `nil` while none has.
  static var signal: Int32? {
    let number = signalNumber.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// Whether the search should come to an end.
  static var isRequested: Bool { signal != nil }

  /// Starts to listen; a writer to a closed pipe gets an error instead of a signal.
  static func listen() {
    // Makes the value before the first signal needs it: a handler may not allocate.
    signalNumber.store(0, ordering: .relaxed)
    // Whoever started the process from a thread with signals blocked left them blocked here.
    var awaited = sigset_t()
    sigemptyset(&awaited)
    for number in [SIGINT, SIGTERM] {
      sigaddset(&awaited, number)
      var current = sigaction()
      sigaction(number, nil, &current)
      // What the caller had the process ignore (`nohup`, a job in the background) stays ignored.
      if isIgnored(current) { continue }
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        Interruption.request(by: number)
      }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | Int32(SA_RESTART)
      sigaction(number, &action, nil)
    }
    sigprocmask(SIG_UNBLOCK, &awaited, nil)
    Glibc.signal(SIGPIPE, SIG_IGN)
  }

  /// Asks for the end as a signal would.
  static func request(by number: Int32) { signalNumber.store(number, ordering: .relaxed) }

  /// Ends the process by the signal that asked for it, so that the caller sees why it ended.
  static func endProcess(by number: Int32) -> Never {
    Glibc.signal(number, SIG_DFL)
    raise(number)
    exit(128 + number)
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
