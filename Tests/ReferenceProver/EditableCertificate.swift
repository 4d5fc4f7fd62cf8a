/// A certificate as lines of words, to be changed and written again with the right checksum.
public struct EditableCertificate: Sendable, Equatable {
  /// Without the last line, the checksum.
  public var lines: [[String]]

  /// Takes a certificate apart.
  public init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    self.init(text.split(separator: "\n").dropLast().joined(separator: "\n"))
  }

  /// Takes a text without its last line.
  public init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ", omittingEmptySubsequences: false).map(String.init) }
  }

  /// The text with its checksum.
  public var bytes: [UInt8] {
    let body = Array(lines.map { $0.joined(separator: " ") + "\n" }.joined().utf8)
    return body + Array("checksum \(Self.checksum(body))\n".utf8)
  }

  /// FNV-1a, written a second time.
  private static func checksum(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in bytes {
      hash ^= UInt64(byte)
      hash = hash &* 1_099_511_628_211
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Whether a line is a node of a proof.
  func isNode(_ line: Int) -> Bool {
    ["empty", "branch", "combine", "split", "block", "end"].contains(lines[line][0])
  }

  /// Where the proof that begins at a line ends: the line after it.
  func proofEnd(_ start: Int) -> Int {
    var open = 1
    var line = start
    while open > 0, line < lines.count {
      let words = lines[line]
      switch words[0] {
      case "branch": open += 1
      case "combine" where !words[2].hasPrefix("-"): break
      case "split":
        line = splitEnd(line)
        open -= 1
      default: open -= 1
      }
      line += 1
    }
    return line
  }

  /// The line on which the split of a line ends.
  private func splitEnd(_ start: Int) -> Int {
    var line = start + 1
    while line < lines.count, lines[line][0] == "block" { line = proofEnd(line + 1) }
    return line
  }
}
