import Foundation

/// The built command and how to run it.
enum Tool {
  /// How a run of the command ended.
  enum End: Equatable {
    case exit(Int32)
    case signal(Int32)
  }

  /// What came out of a run of the command.
  struct Result {
    var end: End
    var output: String
    var errors: String
  }

  /// Directory of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The executable, which the build puts beside the tests.
  static let path: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: tests).deletingLastPathComponent().appending(path: "allocate").path
  }()

  /// Runs the command to its end.
  static func run(
    _ arguments: String..., input: String = "", in directory: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Result {
    try start(arguments, input: input, in: directory, environment: environment).finish()
  }

  /// Starts the command; the environment holds nothing but what is given and the path.
  static func start(
    _ arguments: [String], input: String = "", in directory: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Running {
    try Running(arguments, input: input, directory: directory, environment: environment)
  }

  /// A command that has been started.
  final class Running {
    let process = Process()
    private let files: Workspace

    init(
      _ arguments: [String], input: String, directory: String?, environment: [String: String]
    ) throws {
      files = try Workspace()
      try files.write("in", input)
      try files.write("out", "")
      try files.write("err", "")
      process.executableURL = URL(filePath: Tool.path)
      process.arguments = arguments
      process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
      process.currentDirectoryURL = URL(filePath: directory ?? files.path)
      process.standardInput = FileHandle(forReadingAtPath: files["in"])
      process.standardOutput = FileHandle(forWritingAtPath: files["out"])
      process.standardError = FileHandle(forWritingAtPath: files["err"])
      // Whoever runs the tests in the background has Ctrl-C ignored, which the command would take over.
      signal(SIGINT, SIG_DFL)
      try process.run()
    }

    func finish() throws -> Result {
      process.waitUntilExit()
      let code = process.terminationStatus
      return Result(
        end: process.terminationReason == .exit ? .exit(code) : .signal(code),
        output: try files.read("out"), errors: try files.read("err"))
    }
  }
}

/// A directory of one test's own, removed with everything in it when the test ends.
final class Workspace {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "allocate-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Path of a file in the directory.
  subscript(name: String) -> String { "\(path)/\(name)" }

  func write(_ name: String, _ text: String) throws {
    let url = URL(filePath: self[name])
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: self[name])), as: UTF8.self)
  }

  /// Every file below the directory with its bytes, by relative path.
  func contents(_ name: String = "") throws -> [String: Data] {
    var found: [String: Data] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: self[name]) {
      var isDirectory: ObjCBool = false
      let path = "\(self[name])/\(file)"
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      if !isDirectory.boolValue { found[file] = try Data(contentsOf: URL(filePath: path)) }
    }
    return found
  }
}
