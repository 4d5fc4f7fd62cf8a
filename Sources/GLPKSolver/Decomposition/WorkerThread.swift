internal import GLPKShim
import Glibc

/// A thread that runs one job after another, because whatever GLPK makes on a thread must stay there.
final class WorkerThread: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var thread = pthread_t()
  private var job: (() -> Void)?
  private var isEnding = false

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
    let this = Unmanaged.passUnretained(self)
    // Recursion over deep trees needs more than the default stack of a second thread.
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 64 << 20)
    pthread_create(
      &thread, &attributes,
      { argument in
        if let argument {
          Unmanaged<WorkerThread>.fromOpaque(argument).takeUnretainedValue().loop()
        }
        return nil
      }, this.toOpaque())
    pthread_attr_destroy(&attributes)
  }

  deinit {
    pthread_mutex_lock(mutex)
    isEnding = true
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(mutex)
    pthread_join(thread, nil)
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// Starts a job; there may be only one at a time.
  func start(_ job: @escaping () -> Void) {
    pthread_mutex_lock(mutex)
    self.job = job
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(mutex)
  }

  /// Waits until the job is done.
  func wait() {
    pthread_mutex_lock(mutex)
    while job != nil { pthread_cond_wait(changed, mutex) }
    pthread_mutex_unlock(mutex)
  }

  private func loop() {
    pthread_mutex_lock(mutex)
    while true {
      while job == nil && !isEnding { pthread_cond_wait(changed, mutex) }
      guard let current = job else { break }
      pthread_mutex_unlock(mutex)
      current()
      pthread_mutex_lock(mutex)
      job = nil
      pthread_cond_broadcast(changed)
    }
    pthread_mutex_unlock(mutex)
    glpk_shim_end_thread()
  }
}
