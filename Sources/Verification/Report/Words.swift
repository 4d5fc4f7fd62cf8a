/// A sentence in both languages of the program.
struct Words: Sendable {
  let chinese: String
  let english: String
  /// Whether it states an identity between printed amounts.
  let isIdentity: Bool

  init(_ chinese: String, _ english: String, isIdentity: Bool = false) {
    self.chinese = chinese
    self.english = english
    self.isIdentity = isIdentity
  }

  /// An identity between columns, whose names are the same in both languages.
  init(identity: String) {
    self.init("恒等式：\(identity)", "identity: \(identity)", isIdentity: true)
  }
}

extension Words {
  static let scenario = Words("与方案文件一致", "as the scenario file says")
  static let plan = Words("由方案和支持计划推算", "follows from the scenario and the plan")
  static let counting = Words("序号从1起连续编号", "rows are numbered from 1")
  static let clauses = Words("依据与所用来源一致", "the clauses of what the row uses")
}
