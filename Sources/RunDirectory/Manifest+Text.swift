extension Manifest {
  /// The manifest as the bytes of `manifest.json`: the one way in which these facts are written.
  public var text: String {
    let facts = self.facts
    var lines = [
      "{",
      "  \"format\": \(quoted(Manifest.format)),",
      "  \"format_version\": \(Manifest.formatVersion),",
      "  \"tool_version\": \(quoted(facts.toolVersion)),",
      "  \"solver\": \(quoted(facts.solver)),",
      "  \"scenario\": \(quoted(facts.scenario)),",
      "  \"sample_data\": \(facts.isSampleData),",
      "  \"status\": \(quoted(facts.status)),",
    ]
    lines += block("goals", "[", facts.goals.map(\.text), "],")
    let names = facts.parameters.keys.sorted()
    lines += block(
      "parameters", "{",
      names.map { "\(quoted($0)): \((facts.parameters[$0] ?? Parameter.none).text)" }, "},")
    lines += block(
      "inputs", "[",
      inputs.map { "{\"original\": \(quoted($0.original)), \($0.file.members)}" }, "],")
    lines += block("outputs", "[", outputs.map { "{\($0.members)}" }, "],")
    // So that a changed digit shows in the manifest, too.
    let digest = Digest(of: Array(lines.joined(separator: "\n").utf8))
    lines.append("  \"manifest_sha256\": \(quoted(digest.hexadecimal))")
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  /// A member whose elements stand one on a line.
  private func block(_ key: String, _ open: String, _ elements: [String], _ close: String)
    -> [String]
  {
    let last = elements.count - 1
    return ["  \"\(key)\": \(open)"]
      + elements.enumerated().map { "    \($1)\($0 == last ? "" : ",")" } + ["  \(close)"]
  }
}

extension Manifest.Goal {
  fileprivate var text: String {
    let value = self.value.map(String.init) ?? "null"
    let bound = self.bound.map(String.init) ?? "null"
    return
      "{\"id\": \(quoted(id)), \"value\": \(value), \"bound\": \(bound), \"proved\": \(isProved)}"
  }
}

extension Manifest.Parameter {
  fileprivate var text: String {
    switch self {
    case .text(let text): quoted(text)
    case .number(let number): String(number)
    case .none: "null"
    }
  }
}

extension Manifest.File {
  fileprivate var members: String {
    "\"path\": \(quoted(path)), \"size\": \(size), \"sha256\": \(quoted(digest.hexadecimal))"
  }
}

/// A JSON string; control characters, quotes and backslashes escaped.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\u{0}"..<" ":
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
