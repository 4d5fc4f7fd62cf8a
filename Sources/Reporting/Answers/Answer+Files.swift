extension Answer {
  /// Text of `answer.json`: facts, then every section as an array of objects.
  public var json: JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("format_version", .string("1.0")), ("question", .string(question)),
      ("title", .string(title.chinese)), ("sample_data", .bool(isSampleData)),
    ]
    members += facts.flatMap { $0.value.members($0.key) }
    members += sections.map { section in
      (
        section.name,
        .array(
          section.rows.map { row in
            .object(zip(section.columns, row).flatMap { $1.members($0.key) })
          })
      )
    }
    return .object(members)
  }

  /// A section as CSV: one header row with Chinese headers, then the rows.
  public func csv(_ section: AnswerSection) -> PiecewiseText {
    CSVWriter(style: .data).pieces(of: table(section))
  }

  private func table(_ section: AnswerSection) -> Table {
    Table(
      id: question, title: section.title.chinese, units: "", receiver: "",
      columns: section.columns.map { .text($0.title.chinese) },
      list: RowList(section.rows.map { $0.map(\.tableCell) }), grouping: nil, notes: [],
      scenarioTitle: title.chinese, year: 0, isSampleData: isSampleData)
  }
}
