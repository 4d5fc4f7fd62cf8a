/// Who answers for a project (X-1, 六个一); empty text where a field is not filled in.
public struct Stewardship: Sendable, Equatable {
  private struct Fields: PossiblyEmpty {
    var leader = ""
    var department = ""
    var team = ""
    var schedule = ""
    var contact = ""
  }

  private var fields = SharedTexts<Fields>()

  public init(
    leader: String = "", department: String = "", team: String = "", schedule: String = "",
    contact: String = ""
  ) {
    fields.value = Fields(
      leader: leader, department: department, team: team, schedule: schedule, contact: contact)
  }

  /// 包联领导.
  public var leader: String {
    get { fields.value.leader }
    set { fields.value.leader = newValue }
  }

  /// 责任部门.
  public var department: String {
    get { fields.value.department }
    set { fields.value.department = newValue }
  }

  /// 工作班子.
  public var team: String {
    get { fields.value.team }
    set { fields.value.team = newValue }
  }

  /// 工期计划.
  public var schedule: String {
    get { fields.value.schedule }
    set { fields.value.schedule = newValue }
  }

  /// 联系人.
  public var contact: String {
    get { fields.value.contact }
    set { fields.value.contact = newValue }
  }
}
