/// A place in the scenario that a path leads to: a value that can be set, or something that holds such values.
struct EditNode {
  /// A step from the scenario to a node.
  enum Step: Equatable {
    case member(String)
    case element(Int)
    /// Number of a table's row.
    case row(Int)
  }

  enum Content {
    /// The keys are those of the description, whether they are written or not.
    case object(EffectiveObject?, ObjectDescription)
    case map(EffectiveObject?, FieldType.MapKey, FieldType)
    case list([EffectiveValue], FieldType)
    case table(EffectiveTable?, ObjectDescription)
    case row(EditRow)
    /// The amounts of a row for each resource.
    case family(EditRow, Int)
    case value
  }

  /// What a value is now.
  struct Present {
    /// As it is written, without quotes.
    var text: String
    /// The unit that holds where the text states none.
    var headerUnit: ScenarioUnit?
    /// Where it stands; `nil` where the default holds.
    var place: Place?

    /// Whether the value is not written, so that the default holds.
    var isDefault: Bool { place == nil }
  }

  /// The path as origins have it.
  var path: String
  var steps: [Step]
  /// Name of the last step.
  var name: String
  var type: FieldType
  var content: Content
  /// The value that is there, or the default; for a list its elements.
  var present: Present?
  /// Units of a quantity, of all quantities below the node where it belongs to a resource.
  var units: UnitSet?
  /// Whether the value names its row, and so cannot be set.
  var isRowKey = false

  /// Whether the node is a value, or a list of texts that is set as a whole.
  var isValue: Bool {
    switch content {
    case .value: true
    case .list(let elements, _):
      if case .list = type {
        elements.allSatisfy { if case .scalar = $0 { true } else { false } }
      } else {
        false
      }
    default: false
    }
  }

  /// Whether the node is a row of a table.
  var isRow: Bool { if case .row? = steps.last { true } else { false } }
}

extension EditNode.Present {
  /// The value with its unit.
  var written: String {
    guard let headerUnit, EditScale.word(of: text) == nil else { return text }
    return "\(text) \(headerUnit.name)"
  }

  /// The elements of a list.
  var elements: [String] {
    text.split { $0 == ";" || $0 == "；" }.map { String($0).trimmingSpaces }
  }
}

/// A row of a table with its cells.
struct EditRow {
  let number: Int
  let layout: TableLayout
  let cells: [Cell]
  /// Units in the headers.
  let units: [ScenarioUnit?]
  /// Headers as written.
  let headers: [String?]
}

extension EditRow {
  /// Whether another row is written letter by letter like this one, which is the usual case and quickly told.
  func isWritten(like other: EditRow, _ context: ReadContext, _ others: ReadContext) -> Bool {
    guard cells.count == other.cells.count, layout.resourceIDs == other.layout.resourceIDs else {
      return false
    }
    return cells.indices.allSatisfy { slot in
      let (a, b) = (cells[slot], other.cells[slot])
      guard a.kind == b.kind, a.end - a.start == b.end - b.start else { return false }
      if a.isAbsent { return true }
      guard units[slot]?.name == other.units[slot]?.name else { return false }
      return context.texts[Int(a.file)][a.start..<a.end].elementsEqual(
        others.texts[Int(b.file)][b.start..<b.end])
    }
  }
}
