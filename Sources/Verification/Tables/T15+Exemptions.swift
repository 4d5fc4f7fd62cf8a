import Scenario

extension TableBuilder {
  /// T15 不列入管控清单.
  func exemptions() -> ExpectedTable {
    let verdict = Words("三项条件齐备方不列入", "off the list only with all three pieces of evidence")
    var table = ExpectedTable(
      .t15, keys: ["项目编号"],
      Array(Self.identity[0..<4]) + [
        Column("市政府批准文号"), Column("大气办备案号"), Column("扬尘治理到位"), Column("结论", verdict),
        Column("未满足条件", verdict),
      ])
    for project in parameters.projects.indices
    where books.supports(project) && parameters.level(project).isKey {
      let evidence = scenario.projects[project].exemption
      var missing: [String] = []
      if evidence.cityApproval.isEmpty { missing.append("市政府批准") }
      if evidence.airOfficeFiling.isEmpty { missing.append("大气办备案") }
      if !evidence.dustControlInPlace { missing.append("扬尘治理措施") }
      table.add(
        Array(identity(project)[0..<4]) + [
          .text(evidence.cityApproval), .text(evidence.airOfficeFiling),
          .yes(evidence.dustControlInPlace), .text(missing.isEmpty ? "不列入管控清单" : "列入管控清单"),
          .text(missing.joined(separator: "、")),
        ])
    }
    return table
  }
}
