/// Integers of which some are missing, without room for saying so: the least value of the type stands for none.
struct OptionalIntegers<Storage: FixedWidthInteger & SignedInteger>: RandomAccessCollection {
  private var values: [Storage] = []

  init() {}

  init(repeating value: Int?, count: Int) {
    values = Array(repeating: value.map { Storage($0) } ?? Storage.min, count: count)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { values.count }

  subscript(index: Int) -> Int? {
    get { values[index] == Storage.min ? nil : Int(values[index]) }
    set { values[index] = newValue.map { Storage($0) } ?? Storage.min }
  }

  mutating func append(_ value: Int?) { values.append(value.map { Storage($0) } ?? Storage.min) }

  mutating func reserveCapacity(_ count: Int) { values.reserveCapacity(count) }
}
