import Synchronization

/// Tells the parts of a table, read by several threads, whether their findings will still be listed.
///
/// A part that fills a list by itself leaves no room for any part after it, whatever the parts before it find.
final class FindingRoom: Sendable {
  private let fullOfErrors = Atomic<Int>(.max)
  private let fullOfWarnings = Atomic<Int>(.max)

  /// Whether a part may have a finding that is listed.
  func isLeft(for part: Int, isError: Bool) -> Bool {
    let full =
      isError
      ? fullOfErrors.load(ordering: .relaxed) : fullOfWarnings.load(ordering: .relaxed)
    return part <= full
  }

  /// Notes that a part has filled a list.
  func close(after part: Int, isError: Bool) {
    if isError {
      fullOfErrors.min(part, ordering: .relaxed)
    } else {
      fullOfWarnings.min(part, ordering: .relaxed)
    }
  }
}
