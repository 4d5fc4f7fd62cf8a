/// Finds what a misspelt word was meant to be.
package enum Suggestion {
  /// The nearest candidate within two changes (one for short words), the first of several equally near.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word.prefix(80))
    var best: (name: String, distance: Int)?
    for candidate in candidates where !candidate.isEmpty && candidate != word {
      let other = Array(candidate)
      let allowed = min(2, max(1, min(letters.count, other.count) / 3))
      guard abs(letters.count - other.count) <= allowed, min(letters.count, other.count) > 1 else {
        continue
      }
      let distance = distance(letters, other)
      if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The candidates nearest to a word, at most so many: those within two changes, then those that hold the word.
  static func near(to word: String, among candidates: [String], limit: Int) -> [String] {
    let letters = Array(word.prefix(80))
    guard letters.count > 1 else { return [] }
    let ranked = candidates.enumerated().compactMap { index, candidate -> (Int, Int)? in
      let other = Array(candidate)
      guard other.count > 1, candidate != word else { return nil }
      let allowed = min(2, max(1, min(letters.count, other.count) / 3))
      if abs(letters.count - other.count) <= allowed {
        let distance = distance(letters, other)
        if distance <= allowed { return (distance, index) }
      }
      return candidate.lowercased().contains(word.lowercased()) ? (3, index) : nil
    }
    return ranked.sorted { $0 < $1 }.prefix(limit).map { candidates[$0.1] }
  }

  /// Number of insertions, deletions, replacements and swaps of neighbours between two words, case aside.
  static func distance(_ first: [Character], _ second: [Character]) -> Int {
    let a = first.map { $0.lowercased() }
    let b = second.map { $0.lowercased() }
    var older: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      for j in b.indices {
        var cost = min(
          previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, older[j - 1] + 1) }
        current.append(cost)
      }
      older = previous
      previous = current
    }
    return previous[b.count]
  }

  /// The help line for a misspelt word: the nearest candidate, else the list of all.
  static func help(
    for word: String, among candidates: [String], listing: Bool = true
  ) -> Bilingual? {
    if let near = nearest(to: word, among: candidates) {
      return Bilingual("是否想写 `\(near)`？", "did you mean `\(near)`?")
    }
    guard listing, !candidates.isEmpty else { return nil }
    let shown = candidates.prefix(20).joined(separator: ", ")
    let more = candidates.count > 20 ? ", …" : ""
    return Bilingual("可以写：\(shown)\(more)", "possible: \(shown)\(more)")
  }
}
