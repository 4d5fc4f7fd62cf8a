/// Numbers in one piece of memory of fixed size, for loops over millions of them; freed with its owner.
///
/// Access is not checked: whoever indexes it knows its count.
final class Buffer<Element: BitwiseCopyable> {
  let at: UnsafeMutablePointer<Element>
  let count: Int

  init(_ count: Int, filledWith value: Element) {
    at = .allocate(capacity: max(1, count))
    at.initialize(repeating: value, count: max(1, count))
    self.count = count
  }

  /// A larger copy; what is new has no value yet.
  func grown(to larger: Int) -> Buffer<Element> {
    let copy = Buffer(larger, filledWith: at[0])
    copy.at.update(from: at, count: count)
    return copy
  }

  deinit { at.deallocate() }
}
