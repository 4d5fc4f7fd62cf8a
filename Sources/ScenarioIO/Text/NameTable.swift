/// Finds the number of a name from its bytes, without making a text of them.
struct NameTable {
  /// The names in the order of their numbers; a name that is added again keeps its first number.
  private(set) var names: [String] = []
  /// Bytes of all names, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Numbers by hash, −1 where a place is free; at least half of the places are.
  private var places: [Int32] = Array(repeating: -1, count: 16)

  init(_ names: [String] = []) {
    for name in names { add(name) }
  }

  var count: Int { names.count }

  /// The number of the name that stands in a range of bytes; `nil` where it is not known.
  func number(of text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    let place = place(of: text, start, end)
    return places[place] < 0 ? nil : Int(places[place])
  }

  /// Adds a name and returns its number.
  @discardableResult
  mutating func add(_ name: String) -> Int {
    let text = Array(name.utf8)
    let known = text.withUnsafeBufferPointer { number(of: $0, 0, $0.count) }
    if let known { return known }
    names.append(name)
    bytes += text
    ends.append(bytes.count)
    if names.count * 2 > places.count {
      places = Array(repeating: -1, count: places.count * 2)
      for number in names.indices { enter(number) }
    } else {
      enter(names.count - 1)
    }
    return names.count - 1
  }

  private mutating func enter(_ number: Int) {
    let found = bytes.withUnsafeBufferPointer { place(of: $0, start(of: number), ends[number]) }
    places[found] = Int32(number)
  }

  private func start(of number: Int) -> Int { number == 0 ? 0 : ends[number - 1] }

  /// The place of a name, or the free one where it would be.
  private func place(of text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var place = Int(truncatingIfNeeded: text.hash(start, end).value) & (places.count - 1)
    while places[place] >= 0, !isName(Int(places[place]), text, start, end) {
      place = (place + 1) & (places.count - 1)
    }
    return place
  }

  private func isName(
    _ number: Int, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    let first = self.start(of: number)
    guard ends[number] - first == end - start else { return false }
    for offset in 0..<end - start where bytes[first + offset] != text[start + offset] {
      return false
    }
    return true
  }
}
