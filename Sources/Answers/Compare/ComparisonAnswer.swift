import Accounts
package import Reporting
import Scenario
package import ScenarioIO
package import Studies

/// One or more scenarios against a base, in words: what `allocate compare` says, and `allocate what-if` of its variant.
package struct ComparisonAnswer {
  /// A scenario that is held against the base.
  package struct Variant {
    /// What the user calls it.
    package var name: String
    package var comparison: Comparison
    /// Inputs that differ from the base's.
    package var inputs: [ScenarioDifference]
    /// The plan that keeps what the base approved, where it was asked for and there is one.
    package var kept: KeptPlan?

    package init(
      name: String, comparison: Comparison, inputs: [ScenarioDifference] = [], kept: KeptPlan? = nil
    ) {
      self.name = name
      self.comparison = comparison
      self.inputs = inputs
      self.kept = kept
    }
  }

  let question: String
  /// Whether what the base approved is to be kept.
  let isKeeping: Bool
  let base: (name: String, subject: AccountedCase)
  let variants: [Variant]

  /// Prepares the answer to a question.
  ///
  /// - Parameters:
  ///   - base: the case that every comparison of `variants` starts from, and what the user calls it.
  ///   - isKeeping: whether plans were asked for that keep what the base approved.
  package init(
    question: String, base: (name: String, subject: AccountedCase), variants: [Variant],
    isKeeping: Bool
  ) {
    self.question = question
    self.isKeeping = isKeeping
    self.base = base
    self.variants = variants
  }

  /// Names of the sections, as `--table` knows them.
  package static let tables = [
    "goals", "projects", "counties", "limits", "inputs", "conflicts", "cases", "keep_goals",
    "keep_projects",
  ]

  /// Whether anything differs between the base and one of the variants: an input, a goal, a decision.
  package var hasDifferences: Bool {
    variants.contains { !$0.inputs.isEmpty || $0.comparison.hasDifferences }
  }

  /// Whether everything that is said rests on proved outcomes.
  package var isProved: Bool {
    variants.allSatisfy { variant in
      variant.comparison.isProved && variant.kept?.isProved != false
    }
  }

  package var answer: Answer {
    var facts = [
      AnswerFact("base", Phrase("基准 A", "base A"), .words(heading(base.name, base.subject)))
    ]
    for (index, variant) in variants.enumerated() {
      let label = Self.label(index + 1)
      facts.append(
        AnswerFact(
          "variant_\(label)", Phrase("对比 \(label)", "variant \(label)"),
          .words(heading(variant.name, variant.comparison.variant))))
    }
    for (index, variant) in variants.enumerated() {
      facts += ComparisonWords(variant, label: Self.label(index + 1)).facts
    }
    var sections = [goals, projects, conflicts, counties, limits, inputs, cases]
    if isKeeping { sections += [keepGoals, keepProjects] }
    return Answer(
      question: question, title: Phrase("方案比较", "Comparison of plans"),
      isSampleData: ([base.subject] + variants.map(\.comparison.variant)).contains {
        $0.scenario.isSampleData
      },
      facts: facts, sections: sections)
  }

  /// Letter of a case in headers: the base is A.
  static func label(_ index: Int) -> String {
    index < 26 ? String(UnicodeScalar(UInt8(65 + index))) : "A\(index)"
  }

  /// Labels of the variants, with the variants.
  var labelled: [(label: String, variant: Variant)] {
    variants.enumerated().map { (Self.label($0 + 1), $1) }
  }

  /// All cases with their labels, the base first.
  var all: [(label: String, name: String, subject: AccountedCase)] {
    [("A", base.name, base.subject)]
      + labelled.map { ($0.label, $0.variant.name, $0.variant.comparison.variant) }
  }

  private func heading(_ name: String, _ subject: AccountedCase) -> Phrase {
    let status = StatusWords.phrase(subject.allotment)
    guard let ledger = subject.ledger else {
      return Phrase("\(name)（\(status.chinese)）", "\(name) (\(status.english))")
    }
    let count = ledger.competing.count { ledger.projects[$0].isSupported }
    return Phrase(
      "\(name)（\(status.chinese)，支持\(count)项）",
      "\(name) (\(status.english), \(count) supported)")
  }
}
