import Policy
import Reporting
import Scenario
import Studies

/// Words for what lands a project that is left out, and for what comes of it.
struct RemedyWords {
  private let standing: StandingPlan
  private let changes: ChangeWords

  init(_ standing: StandingPlan) {
    self.standing = standing
    changes = ChangeWords(standing)
  }

  /// Stable code of the outcome.
  func code(_ entry: Entry) -> String {
    switch entry.remedy {
    case nil: "gate"
    case .nothingShort?: "nothing_short"
    case .excluded?: "excluded"
    case .requires?: "requires"
    case .impossible?: "impossible"
    case .unknown?, .grants(_, .unknown)?: "unknown"
    case .grants(_, .prefersOthers)?: "goals_prefer_others"
    case .grants(_, .lands(let best))?: best.change.harmsNobody ? "lands" : "lands_others_lose"
    }
  }

  /// What is to be granted, or what stands in its way instead.
  func remedy(_ entry: Entry) -> Phrase {
    switch entry.remedy {
    case nil: return Phrase("")
    case .nothingShort?: return Phrase("在方案中锁入（A-3）", "lock it in (A-3)")
    case .excluded(let rivals)?:
      let list = changes.list(rivals)
      return Phrase("\(list.chinese)不再支持（A-4）", "drop \(list.english) (A-4)")
    case .requires(let others)?:
      let list = changes.list(others)
      return Phrase(
        "先解决前置项目\(list.chinese)的门槛（A-4）", "first clear the gate of \(list.english) (A-4)")
    case .impossible?:
      return Phrase("增加任何指标都不能在不动别人的情况下落地", "no grant lands it beside everybody else")
    case .unknown?: return Phrase("未查明", "not known")
    case .grants(let granted, _)?:
      let items = granted.map(changes.grant)
      return Phrase(
        items.map(\.text).joined(separator: "；"), items.map(\.english).joined(separator: "; "))
    }
  }

  /// What the best plan makes of the grant.
  func effect(_ entry: Entry) -> Phrase {
    guard case .grants(_, let effect)? = entry.remedy else {
      switch entry.remedy {
      case .nothingShort?:
        return Phrase("要素足够，是目标次序不选它", "nothing is short; the goals prefer others")
      case .excluded?: return Phrase("与已支持的互斥", "excluded by supported projects")
      case .requires?: return Phrase("前置项目过不了门槛", "what it requires is not eligible")
      case .impossible?: return Phrase("不能（已证明）", "impossible (proved)")
      default: return Phrase("")
      }
    }
    switch effect {
    case .unknown: return Phrase("未查明", "not known")
    case .lands(let best):
      let change = changes.change(best.change, beside: entry.project)
      if best.change.harmsNobody {
        return Phrase(
          change.chinese.isEmpty ? "落地，无人受损" : "落地，无人受损；" + change.chinese,
          change.english.isEmpty ? "lands, nobody loses" : "lands, nobody loses; " + change.english)
      }
      return Phrase("落地，但" + change.chinese, "lands, but " + change.english)
    case .prefersOthers(let best, let lockedIn):
      let preferred = changes.change(best.change)
      let locked = lockedIn.change
      let then =
        locked.harmsNobody
        ? Phrase("锁入则落地，无人受损", "locked in it lands, nobody loses")
        : Phrase(
          "锁入则" + changes.change(locked, beside: entry.project).chinese,
          "locked in: " + changes.change(locked, beside: entry.project).english)
      return Phrase(
        "目标另有所选（\(preferred.chinese)）；\(then.chinese)",
        "the goals prefer \(preferred.english); \(then.english)")
    }
  }

  /// What the grant changes for projects, without a lock.
  func change(_ entry: Entry) -> PlanChange? {
    switch entry.remedy {
    case .grants(_, .lands(let best))?, .grants(_, .prefersOthers(let best, _))?: best.change
    default: nil
    }
  }
}
