import FoundationEssentials

extension Manifest {
  /// Why bytes are no manifest that this program can read.
  enum ReadingError: Error, Equatable {
    case malformed
    case unknownVersion(Int)
  }

  /// Reads the bytes of a `manifest.json`.
  ///
  /// Whether they are exactly what ``text`` would write is a question for ``StoredRun/faults()``.
  init(reading bytes: [UInt8]) throws(ReadingError) {
    let data = Data(bytes)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let head = try? decoder.decode(Head.self, from: data), head.format == Manifest.format
    else { throw .malformed }
    guard head.formatVersion == Manifest.formatVersion else {
      throw .unknownVersion(head.formatVersion)
    }
    guard let body = try? decoder.decode(Body.self, from: data) else { throw .malformed }
    self = body.manifest
  }
}

// The members of the file; `format_version` is called `formatVersion` here, and so on.

private struct Head: Decodable {
  var format: String
  var formatVersion: Int
}

private struct Body: Decodable {
  var toolVersion: String
  var solver: String
  var scenario: String
  var sampleData: Bool
  var status: String
  var goals: [GoalMembers]
  var parameters: [String: Manifest.Parameter]
  var inputs: [FileMembers]
  var outputs: [FileMembers]

  var manifest: Manifest {
    Manifest(
      facts: Manifest.Facts(
        toolVersion: toolVersion, solver: solver, scenario: scenario, isSampleData: sampleData,
        status: status, goals: goals.map(\.goal), parameters: parameters),
      inputs: inputs.map { Manifest.Input(file: $0.file, original: $0.original ?? "") },
      outputs: outputs.map(\.file))
  }
}

private struct GoalMembers: Decodable {
  var id: String
  var value: Int?
  var bound: Int?
  var proved: Bool

  var goal: Manifest.Goal {
    Manifest.Goal(id: id, value: value, bound: bound, isProved: proved)
  }
}

private struct FileMembers: Decodable {
  var original: String?
  var path: String
  var size: Int
  var sha256: String

  var file: Manifest.File {
    Manifest.File(path: path, size: size, digest: Digest(hexadecimal: sha256))
  }
}

extension Manifest.Parameter: Decodable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .none
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }
}
