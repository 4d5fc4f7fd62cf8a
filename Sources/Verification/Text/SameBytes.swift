import Glibc

/// Whether two texts are the same bytes; `==` would take canonically equivalent characters for the same.
func isSameText(_ a: String, _ b: String) -> Bool {
  guard a.utf8.count == b.utf8.count else { return false }
  let isSame = a.utf8.withContiguousStorageIfAvailable { left in
    b.utf8.withContiguousStorageIfAvailable { right in
      guard let from = left.baseAddress, let to = right.baseAddress else { return true }
      return memcmp(from, to, left.count) == 0
    }
  }
  return (isSame ?? nil) ?? a.utf8.elementsEqual(b.utf8)
}
