import ArgumentParser

/// One of several equal parts of a list: every `count`-th entry, from the `number`-th on.
struct Shard: ExpressibleByArgument {
  /// From 1 to `count`.
  let number: Int
  let count: Int

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2,
      let number = Shard.number(parts[0]), let count = Shard.number(parts[1]), number <= count
    else { return nil }
    self.number = number
    self.count = count
  }

  /// Whether an entry, counted from 0, belongs to this part.
  func contains(_ index: Int) -> Bool { index % count == number - 1 }

  private static func number(_ text: Substring) -> Int? {
    guard text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text),
      (1...1_000_000).contains(number)
    else { return nil }
    return number
  }
}
