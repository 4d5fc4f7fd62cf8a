package import Reporting
package import Scenario

/// What is proved of an outcome, in words.
package enum StatusWords {
  /// The status, and why the search ended early if it did.
  package static func phrase(_ allotment: Allotment) -> Phrase {
    let (status, stop) = (status(allotment.status), stop(allotment.stop))
    return Phrase(status.chinese + stop.chinese, status.english + stop.english)
  }

  /// The status as a cell.
  package static func cell(_ allotment: Allotment) -> AnswerCell {
    .code(allotment.status.rawValue, phrase(allotment))
  }

  private static func status(_ status: Allotment.Status) -> Phrase {
    switch status {
    case .optimal: Phrase("已证明最优", "proved optimal")
    case .feasible: Phrase("可行，未证明最优", "feasible, not proved optimal")
    case .infeasible: Phrase("已证明无可行方案", "proved: no plan keeps all clauses")
    case .unknown: Phrase("未找到方案", "no plan found")
    }
  }

  private static func stop(_ stop: Allotment.Stop?) -> Phrase {
    switch stop {
    case .timeLimit: Phrase("，到达时间限制", ", stopped by the time limit")
    case .interrupted: Phrase("，被中断", ", interrupted")
    case .gap: Phrase("，各目标差距均在要求以内", ", every goal within the gap asked for")
    case nil: Phrase("")
    }
  }
}
