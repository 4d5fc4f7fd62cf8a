import Certificate
import GLPKSolver
import Policy
import Scenario
import ScenarioIO
import Testing
import Verification

/// The example and the table of rows on `docs/certificate.md`.
@Suite("The page of certificates")
struct CertificatePageTests {
  private static let root =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

  private static func page() throws -> [Substring] {
    let file = try DiskFiles().read("\(root)/docs/certificate.md")
    return String(decoding: file.array, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The blocks of a kind, without their fences.
  private static func blocks(_ kind: String) throws -> [String] {
    let lines = try page()
    return lines.indices.filter { lines[$0] == "```\(kind)" }.map { start in
      lines[(start + 1)...].prefix { $0 != "```" }.map { $0 + "\n" }.joined()
    }
  }

  /// The scenario of the page under any path.
  private struct PageFiles: FileAccess {
    let text: String
    func read(_ path: String) throws(FileReadError) -> FileBytes { FileBytes(Array(text.utf8)) }
    func absolutePath(_ path: String) -> String { path }
  }

  private static func example() throws -> (scenario: Scenario, certificate: [UInt8]) {
    let text = try #require(blocks("json").first)
    let scenario = try ScenarioReader.load(path: "example.json", files: PageFiles(text: text))
    let certificate = try #require(blocks("text").last)
    return (scenario.scenario, Array(certificate.utf8))
  }

  @Test("the certificate of the example proves its plan")
  func proves() throws {
    let (scenario, certificate) = try Self.example()
    let allotment = try AllotmentSearch(PolicyModel(scenario), solver: GLPKSolver()).run()
    let plan = try #require(allotment.plan)
    #expect(plan.steps == [0, 1, 1])
    let statement = Verifier(scenario: scenario).statement(of: plan)
    let report = CertificateReader.check(certificate, of: statement)
    #expect(report.fault == nil && report.isComplete)
  }

  @Test("it proves no other plan")
  func noOther() throws {
    let (scenario, certificate) = try Self.example()
    for steps in [[1, 0, 0], [0, 1, 0], [0, 0, 0], [1, 1, 1]] {
      let plan = Plan(
        steps: steps, stockLand: [0, 0, 0], countyQuotaUse: scenario.counties.map { _ in [:] })
      let statement = Verifier(scenario: scenario).statement(of: plan)
      #expect(CertificateReader.check(certificate, of: statement).fault != nil)
    }
  }

  @Test("every row of the model is in the table")
  func rows() throws {
    let table = try Self.page().filter { $0.hasPrefix("| `") }
    let listed = table.flatMap { line in
      line.split(separator: "|")[0].split(separator: "`").enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element.prefix { $0 != "[" && $0 != "…" }) }
    }
    for seed in 0..<60 {
      let run = RandomRun(seed: seed)
      let statement = Verifier(scenario: run.scenario).statement(of: run.plan)
      for row in statement.program.rows {
        let isListed = listed.contains { row.name.hasPrefix($0) }
        #expect(isListed, "\(row.name)")
      }
    }
  }
}
