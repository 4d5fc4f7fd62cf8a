/// A value of the effective scenario as JSON, with the place of every leaf.
indirect enum RenderedValue {
  /// An element with the name that stands for it in paths, or a member with its key.
  struct Part {
    var name: String
    var value: RenderedValue
  }

  case leaf(JSONValue, Place)
  case array([Part])
  case object([Part])

  var json: JSONValue {
    switch self {
    case .leaf(let value, _): value
    case .array(let elements): .array(elements.map(\.value.json))
    case .object(let members): .object(members.map { JSONValue.Member($0.name, $0.value.json) })
    }
  }

  /// Adds all leaves with their paths.
  func collect(
    _ path: String, into leaves: inout [(path: String, value: JSONValue, place: Place)]
  ) {
    switch self {
    case .leaf(let value, let place): leaves.append((path, value, place))
    case .array(let elements):
      for element in elements { element.value.collect("\(path)[\(element.name)]", into: &leaves) }
    case .object(let members):
      for member in members {
        member.value.collect(
          path.isEmpty ? member.name : "\(path).\(member.name)", into: &leaves)
      }
    }
  }
}
