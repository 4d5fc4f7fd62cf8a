/// A value of the effective scenario: what holds after all overrides, with the places it comes from.
indirect enum EffectiveValue {
  case scalar(Cell)
  case array([EffectiveValue], Place)
  case object(EffectiveObject)
  case table(EffectiveTable)

  var place: Place {
    switch self {
    case .scalar(let cell): cell.place()
    case .array(_, let place): place
    case .object(let object): object.place
    case .table(let table): table.place
    }
  }
}

/// Keys and values in the order of first mention.
struct EffectiveObject {
  struct Member {
    var key: String
    var keyPlace: Place
    var value: EffectiveValue
  }

  var place: Place
  var members: [Member] = []

  subscript(key: String) -> Member? { members.first { $0.key == key } }

  mutating func set(_ member: Member) {
    if let index = members.firstIndex(where: { $0.key == member.key }) {
      members[index] = member
    } else {
      members.append(member)
    }
  }
}

/// A table as the bases have it, with the rows that overrides change, add and remove.
struct EffectiveTable {
  enum Base {
    /// Index of a CSV file.
    case csv(Int)
    /// An array of objects.
    case json(JSONElement)
    case none
  }

  /// Where the table (or the name of its file) stands.
  var place: Place
  var base: Base
  /// Rows by their number: those of the base from 0, added ones −1, −2, ….
  var removed: Set<Int> = []
  var changes: [Int: [JSONElement]] = [:]
  var added: [JSONElement] = []

  init(place: Place, base: Base) {
    self.place = place
    self.base = base
  }
}
