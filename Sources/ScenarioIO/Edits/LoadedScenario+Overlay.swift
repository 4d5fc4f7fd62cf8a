extension LoadedScenario {
  /// A scenario file that changes another by edits, which have been applied to it without an error.
  ///
  /// - Parameters:
  ///   - base: path of the file to change, as the new file is to name it.
  ///   - edited: the scenario with the edits.
  public func overlay(
    _ edits: [ScenarioEdit], over base: String, giving edited: LoadedScenario
  ) -> String {
    var file = EditsFile(edits, index: 0)
    let whole = edited.effective.json
    var root = JSONValue.dictionary(["format": .integer(Format.version), "base": .string(base)])
    for change in resolve(edits, &file, FindingLog()) {
      root = Self.merged(
        root, Self.nested(change.node.steps[...], change.node.path[...], change.value, whole))
    }
    return root.prettyText
  }

  /// A value under its steps, as overlays have it: rows under `change`; a list is written as a whole.
  private static func nested(
    _ steps: ArraySlice<EditNode.Step>, _ path: Substring, _ value: JSONValue, _ whole: JSONValue?
  ) -> JSONValue {
    switch steps.first {
    case nil: return value
    case .member(let key):
      let rest = path.drop { $0 == "." }.dropFirst(key.count)
      return .object([.init(key, nested(steps.dropFirst(), rest, value, whole?[key]))])
    case .element: return whole ?? value
    case .row:
      let later = steps.dropFirst().reduce("") { text, step in
        if case .member(let key) = step { "\(text).\(key)" } else { text }
      }
      let name = path.dropFirst().dropLast(later.count + 1)
      return .object([
        .init(
          "change",
          .object([.init(String(name), nested(steps.dropFirst(), later[...], value, nil))]))
      ])
    }
  }

  /// Two objects as one, key by key.
  private static func merged(_ first: JSONValue, _ second: JSONValue) -> JSONValue {
    guard case .object(var members) = first, case .object(let more) = second else { return second }
    for member in more {
      if let index = members.firstIndex(where: { $0.key == member.key }) {
        members[index].value = merged(members[index].value, member.value)
      } else {
        members.append(member)
      }
    }
    return .object(members)
  }
}
