import Certificate

extension VerificationFault {
  /// A fault of a certificate.
  init(_ fault: CertificateReport.Fault, _ statement: Statement) {
    let words = fault.fault.words(statement)
    self.init(
      .certificate, file: OptimalityReport.fileName, line: fault.line, found: words.found,
      expected: words.expected, words.rule)
  }
}

extension ProofFault {
  /// What the fault says: what is written, what should be, and why.
  fileprivate func words(
    _ statement: Statement
  ) -> (rule: Words, found: String?, expected: String?) {
    switch self {
    case .value(let claimed, let plan):
      (Words("目标值与支持计划一致", "the value is the plan's"), "\(claimed)", "\(plan)")
    case .slack(let claimed, let found):
      (Words("余量由各行和乘数推算", "the slack follows from rows and multipliers"), "\(claimed)", "\(found)")
    case .step(let name): (Words("步骤按次序给出", "the steps come in their order"), nil, name)
    case .name(let name):
      (Words("列和行与模型一致", "columns and rows are those of the model"), name, nil)
    case .point(let name):
      (Words("支持计划不满足模型的列界或行", "the plan breaks a bound or a row of the model"), name, nil)
    case .number(let number):
      (Words("没有这个编号", "there is nothing of this number"), "\(number)", nil)
    case .multiplier(let row):
      (Words("此处不能用这一行或这一侧", "the row, or this side of it, cannot be used here"), "\(row)", nil)
    case .block(let block):
      (Words("没有这个县区，或已经给出", "there is no such county, or it has been given"), "\(block + 1)", nil)
    case .branch(let column):
      (
        Words("分支须把列的范围分为两个非空部分", "a branch cuts the range of its column in two"),
        statement.program.columns.indices.contains(column)
          ? statement.program.columns[column].name : nil, nil
      )
    default: (plainWords, nil, nil)
    }
  }

  /// The fault where there are no numbers to tell.
  private var plainWords: Words {
    switch self {
    case .line: Words("行的写法不对", "the line is not written as it should be")
    case .header: Words("不是这一版本的证明文件", "it is no certificate of this version")
    case .checksum: Words("写出之后被改动或不完整", "altered since it was written, or cut off")
    case .openProof: Words("证明没有写完", "the proof is not finished")
    case .closedProof: Words("证明已经完成", "the proof is finished already")
    case .notEmpty: Words("此处还有可能更好的点", "there may be a better point here")
    case .leaf:
      Words("此处至多只有一个点，只能写 empty", "at most one point is left here: only 'empty' may stand")
    case .openSplit: Words("各县区之和超过限度", "the counties add up to more than the claim allows")
    case .mark: Words("与写出时不同", "it is not as it was written")
    case .idle: Words("这一行没有作用", "the line has no effect")
    case .split: Words("此处不能分县区", "counties cannot be split here")
    case .overflow: Words("数字过大，无法核对", "a number is too large to be checked")
    case .endless: Words("推算过长，不予核对", "what follows takes too long to work out")
    default: Words("证明不成立", "the proof does not hold")
    }
  }
}
