import ArgumentParser
import Reporting
import RunDirectory
import Scenario

/// How an answer is printed.
struct PrintOptions: ParsableArguments {
  /// Shape of an answer on standard output.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case csv
    case json
  }

  @Option(help: "Standard output: for people (text), one table (csv), everything (json).")
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "With --format csv: the table to print (default: the first).", valueName: "name"))
  var table: String?

  /// Checks that there is a table of the name that was asked for; a question knows its tables before it is answered.
  func validate(tables: [String]) throws {
    guard let table, !tables.contains(table) else { return }
    throw ValidationError("--table must be one of: \(tables.joined(separator: ", ")).")
  }
}

/// How an answer is printed and whether it is kept.
struct AnswerOptions: ParsableArguments {
  @OptionGroup var printing: PrintOptions

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "Also write the answer there: every table as CSV, answer.json, copies of the inputs.",
      valueName: "dir"),
    completion: .directory)
  var out: String?

  @Option(help: "Encoding of the tables that are written: utf8 or gb18030.")
  var encoding = TableEncoding.utf8

  /// Takes the place where the answer is to stand, before the work starts; `nil` where it is only printed.
  func reserve(_ console: Console) throws -> RunReservation<DiskLayer>? {
    guard let out else { return nil }
    do throws(RunFailure) {
      return try RunReservation(out)
    } catch {
      throw console.report(error)
    }
  }

  func validate(tables: [String]) throws { try printing.validate(tables: tables) }
}

extension Console {
  /// Prints an answer and writes it where it was asked for.
  ///
  /// - Parameters:
  ///   - cases: what was asked about, the scenario that matters most first.
  ///   - files: further files of the answer, e.g. a plot.
  ///   - parameters: options that the answer depends on.
  func deliver(
    _ answer: Answer, _ options: AnswerOptions, of cases: [SolvedCase],
    files: [RunDraft.Output] = [], parameters: [String: Manifest.Parameter] = [:],
    to reservation: consuming RunReservation<DiskLayer>?
  ) throws {
    if let reservation = reservation.take() {
      let draft = try draft(of: answer, options, cases, files, parameters)
      do throws(RunFailure) {
        _ = try reservation.publish(draft)
        remark(language.text("已写入 \(options.out ?? "")", "written: \(options.out ?? "")"))
      } catch {
        throw report(error)
      }
    }
    try show(answer, options.printing)
  }

  /// Prints an answer.
  func show(_ answer: Answer, _ options: PrintOptions) throws {
    switch options.format {
    case .text:
      try write(
        answer.text(
          language == .chinese ? .chinese : .english, isColoured: hasColor, width: width))
    case .json: try write(answer.json.text)
    case .csv:
      let asked = options.table ?? answer.sections.first?.name
      if let section = answer.sections.first(where: { $0.name == asked }) {
        try write(answer.csv(section))
      }
    }
  }

  private func draft(
    of answer: Answer, _ options: AnswerOptions, _ cases: [SolvedCase],
    _ files: [RunDraft.Output], _ parameters: [String: Manifest.Parameter]
  ) throws -> RunDraft {
    var outputs = files
    outputs.append(
      RunDraft.Output(
        path: "answer.json", contents: FileContents(Array(answer.json.text.utf8))))
    outputs += answer.sections.map { section in
      let path = "tables/\(section.name).csv"
      return RunDraft.Output(
        path: path, contents: options.encoding.contents(of: answer.csv(section), path: path))
    }
    var inputs: [RunDraft.Input] = []
    for (number, subject) in cases.enumerated() {
      inputs += subject.input.copies.map { copy in
        var copy = copy
        if number > 0 { copy.path = "case\(number + 1)/" + copy.path }
        return copy
      }
    }
    let goals = cases.first?.allotment.goals ?? []
    return RunDraft(
      facts: Manifest.Facts(
        toolVersion: Version.number, solver: Version.solver, scenario: inputs.first?.path ?? "",
        isSampleData: answer.isSampleData,
        status: cases.first?.allotment.status.rawValue ?? "unknown",
        goals: goals.map {
          Manifest.Goal(id: $0.goal.id, value: $0.value, bound: $0.bound, isProved: $0.isProved)
        },
        parameters: parameters.merging(["question": .text(answer.question)]) { $1 }),
      inputs: inputs, outputs: outputs, timing: Timing().text)
  }
}
