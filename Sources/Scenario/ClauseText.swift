/// One clause of the policy, or one assumption taken where the policy is silent.
public struct ClauseText: Sendable, Equatable {
  /// Id that rows, ledger lines and reasons carry, e.g. `F-3`.
  public let id: String
  /// Where in the notice it stands, e.g. 四(三)一; empty for a rule of practice and for an assumption.
  public let section: String
  /// The text, character by character; for an assumption its own sentence.
  public let quote: String
  /// Short title in tables.
  public let title: String
  public let englishTitle: String
  /// What it makes the plan do.
  public let meaning: String
  /// The same in English.
  public let englishMeaning: String
  /// Why the clause has no constraint of its own; `nil` for one that has.
  public let reasonWithoutConstraint: String?

  /// Whether it is an assumption (假设) and not the policy's text.
  public var isAssumption: Bool { id.hasPrefix("A-") }

  init(
    _ id: String, section: String = "", title: (String, String), quote: String,
    meaning: (String, String), withoutConstraint reason: String? = nil
  ) {
    self.id = id
    self.section = section
    self.quote = quote
    self.title = title.0
    self.englishTitle = title.1
    self.meaning = meaning.0
    self.englishMeaning = meaning.1
    self.reasonWithoutConstraint = reason
  }

  /// All clauses in their fixed order, then the assumptions.
  public static let all: [ClauseText] =
    landAndTargets + farmland + resourcesAndReports + assumptions

  /// The clause of an id; `nil` for an id that is none.
  public static func of(_ id: String) -> ClauseText? { all.first { $0.id == id } }
}

extension ClauseText {
  private static let practice = "（通知未载明，按用地计划管理惯例执行）"

  private static let landAndTargets: [ClauseText] = [
    ClauseText(
      "G-1", section: "二", title: ("年度目标", "Targets of the year"),
      quote:
        "实施省重点项目24项(计划开工项目4项、续建项目2项、保投产项目3项、前期项目15项),市重点项目213项(计划开工项目67项、续建项目26项、保投产项目12项、前期项目108项),确保全年完成投资210亿元以上",
      meaning: (
        "项目个数按级别和阶段核对；支持项目的年度投资对照目标，可定为硬性下限",
        "project counts are checked per level and stage; the year's supported investment is set against the target, or must reach it"
      )),
    ClauseText(
      "L-1", section: "四(三)一", title: ("市重点用地保障", "Municipal land guarantee"),
      quote: "市重点项目当年使用部分用地指标在市级指标中全额保障。",
      meaning: (
        "市重点项目当年用地由市级指标全额保障，存量土地先行抵顶",
        "a municipal key project's land of this year is met in full out of city quota, less the stock land it takes"
      )),
    ClauseText(
      "L-2", section: "四(三)一", title: ("存量土地优先", "Stock land first"),
      quote: "鼓励各县区使用批而未供和闲置土地解决省、市重点项目落地需求。",
      meaning: (
        "批而未供和闲置土地限本县区使用，不占新增指标和补充耕地指标，可设最低处置率",
        "approved but unsupplied and idle land serves its own county, takes no new quota and no compensation, and may have a minimum disposal"
      )),
    ClauseText(
      "L-4", title: ("省重点用地指标", "Provincial quota"), quote: practice,
      meaning: (
        "省级统筹指标只用于省重点项目，不足部分可使用市级指标",
        "provincial quota serves provincial key projects only; what it leaves open may come out of city quota"
      )),
    ClauseText(
      "L-3", title: ("县级用地指标", "County quota"), quote: practice,
      meaning: (
        "县级指标用于本县区其他项目，重点项目须经方案允许",
        "county quota serves other projects of its own county, and key projects where the scenario allows it"
      )),
  ]

  private static let farmland: [ClauseText] = [
    ClauseText(
      "F-1", section: "四(三)一", title: ("占补平衡指标流转", "Circulation of compensation"),
      quote: "耕地后备资源相对充足的县区,在完成年度补充耕地任务的基础上,节余耕地占补平衡指标全部在市域范围内流转。",
      meaning: (
        "完成三项年度任务的县区，节余的数量、水田、产能全部在市域内流转；未完成的不流转",
        "a county that has met its task in all three banks puts its whole surplus into the city's pool; one that has not, nothing"
      )),
    ClauseText(
      "F-2", section: "四(三)一", title: ("优先保障重点项目", "Key projects first"),
      quote: "全市占补平衡指标优先保障省、市重点项目",
      meaning: (
        "重点项目的目标排在其他项目之前",
        "the goals of key projects come before those of all others"
      ),
      withoutConstraint: "由目标次序落实：重点项目的目标先于其他项目求解并锁定"),
    ClauseText(
      "F-3", section: "四(三)一", title: ("省重点统筹留存", "Ring-fence for provincial projects"),
      quote: "统筹不少于15%的补充耕地指标,专项用于保障省重点建设项目。",
      meaning: (
        "按方案的基数和范围留存不少于15%，其他项目不得使用，未用部分仍予留存",
        "at least 15 % of the stated base is kept for provincial key projects; nobody else may draw it, even unused"
      )),
  ]

  private static let resourcesAndReports: [ClauseText] = [
    ClauseText(
      "E-1", section: "四(三)四", title: ("用能用水无偿配置", "Energy and water free of charge"),
      quote: "对鼓励支持的战略性新兴产业、现代服务业和农产品精深加工等重点项目实行用能、用水指标无偿配置。",
      meaning: (
        "鼓励类重点项目用能、用水免费，仍计入控制总量",
        "favoured key projects pay nothing for energy and water, and still count against the caps"
      ),
      withoutConstraint: "只影响费用，不影响分配；见费用与减免表"),
    ClauseText(
      "E-2", section: "四(三)四", title: ("资源环境控制量", "Caps on resources and emissions"),
      quote: "对因环境污染物排放总量、能耗煤耗等约束指标影响不能落地的重点项目,有关部门要协助县区政府跑办解决。",
      meaning: (
        "能耗、煤耗、用水、排放不超过控制量；因此未落地的项目列入协调清单",
        "energy, coal, water and emissions stay within their caps; projects they keep out are put on the coordination list"
      )),
    ClauseText(
      "M-1", section: "四(三)一", title: ("亩均考核", "Per-mu evaluation"),
      quote: "研究制定亩均投入、产出、税收、能耗、排放等指标考核机制。",
      meaning: (
        "五项亩均指标合成得分，作为目标，也可设门槛",
        "five per-mu indicators make one score, used as a goal and, where set, as a threshold"
      )),
    ClauseText(
      "H-1", section: "四(三)二", title: ("差别化环境管理", "Exemption from heavy-pollution control"),
      quote: "经市政府批准、市大气办备案,且在落实建筑施工扬尘治理措施到位后,允许正常建设,不列入重污染天气应急响应管控清单。",
      meaning: (
        "三项条件齐备的支持项目不列入管控清单",
        "supported projects with all three pieces of evidence stay off the control list"
      ),
      withoutConstraint: "不影响分配；结论见不列入管控清单"),
    ClauseText(
      "S-1", section: "三(四)", title: ("开发区储备用地", "Reserve in development zones"),
      quote: "省级以上开发区建设一批水、电、路、讯、暖等基础设施,储备1000亩以上的建设用地,引进一批重要产业项目。",
      meaning: (
        "省级以上开发区存量土地中按方案留出储备",
        "stock land in development zones is held back as far as the scenario says"
      )),
    ClauseText(
      "R-1", section: "四(三)三", title: ("多规合一", "Conformity to the plans"),
      quote: "建立发展改革、城乡规划、国土资源部门会商机制,确需调整两规的项目,按规定权限和程序进行修改。",
      meaning: (
        "不符合规划的项目当年不安排", "a project that does not conform to the plans is not eligible this year"
      )),
    ClauseText(
      "R-2", section: "四(四)三", title: ("储备项目滚动递补", "Reserve projects move up"),
      quote: "储备亿元以上项目500个以上,实行动态管理、滚动递补。",
      meaning: (
        "储备项目在重点项目之后按得分递补",
        "reserve projects come in, by merit, with what key projects leave over"
      ),
      withoutConstraint: "由目标次序落实：其他和储备项目在重点项目的目标锁定之后按得分递补"),
    ClauseText(
      "D-1", section: "四(二)二", title: ("月度通报", "Monthly bulletin"),
      quote:
        "市政府办公厅每月通报高新技术产业投资增速,工业技术改造投资增速,市重点项目投资完成率、开工率,市重点项目土地保障数量等指标排名情况,督促各县区采取有力措施加快投资和项目建设。",
      meaning: (
        "按县区通报各项指标及位次，市重点项目土地保障数量取自本方案",
        "indicators and ranks per county; the number of guaranteed municipal projects comes from the plan"
      ),
      withoutConstraint: "不影响分配；见月度通报"),
    ClauseText(
      "D-2", section: "四(二)二", title: ("约谈", "Summons"),
      quote:
        "实施投资和项目建设约谈机制,由市政府对投资增速连续3个月排名末位、省市重点项目投资完成率和开工率连续3个月排名末位等情形的县区主要负责人、分管负责人或市直有关部门负责人进行约谈。",
      meaning: (
        "同一指标连续3个月末位的县区标记约谈，逐项指标分别计算",
        "a county that is last in one indicator for three months is marked, each indicator by itself"
      ),
      withoutConstraint: "不影响分配；见月度通报"),
    ClauseText(
      "X-1", section: "四(一)一", title: ("六个一包联", "Stewardship"),
      quote: "实行一个项目、一名包联领导、一个责任部门(单位)、一个工作班子、一个工期计划、一抓到底的“六个一”工作机制",
      meaning: (
        "包联信息随项目进入表格，重点项目缺项予以提示",
        "who answers for a project travels into the tables; a key project with gaps is a warning"
      ),
      withoutConstraint: "不影响分配；缺项见六个一包联表"),
  ]

  private static func assumption(
    _ id: String, _ quote: String, _ english: String, without reason: String? = nil
  ) -> ClauseText {
    ClauseText(
      id, title: ("假设", "Assumption"), quote: quote, meaning: (quote, english),
      withoutConstraint: reason)
  }

  private static let assumptions: [ClauseText] = [
    assumption(
      "A-1", "要件不齐的项目当年不安排", "a project without its approvals is not supported this year"),
    assumption(
      "A-2", "可分项目按等份支持,不低于最低份数;其他项目不可拆分",
      "divisible projects get equal steps, not fewer than their minimum; others are all or nothing"),
    assumption("A-3", "方案锁入、锁出的项目按锁定执行", "locks of the scenario are kept"),
    assumption(
      "A-4", "前置、互斥关系按方案执行;前置项目当年无需要素的视为已满足",
      "requirements and exclusions are kept; a required project that needs nothing counts as there"),
    assumption(
      "A-5", "用地按方案中全部面积的最大公约数的整数倍安排",
      "land is arranged in whole multiples of the greatest common divisor of all areas",
      without: "核算口径，适用于全部用地"),
    assumption(
      "A-6", "使用存量土地先抵顶占用耕地,其中先抵顶水田;粮食产能按比例折算,不足1公斤进1公斤",
      "stock land first stands in for farmland, paddy before all; grain capacity in proportion, rounded up",
      without: "核算口径，适用于补充耕地"),
    assumption(
      "A-7", "目标次序以方案为准;排位相同按项目编号顺序",
      "goals in the scenario's order; ties in the order of project ids", without: "求解规则，见目标表"),
    assumption(
      "A-8", "补充耕地可跨县区逐项使用多个县区指标,存量土地只能在本县区使用",
      "compensation may come from several counties, stock land from its own only",
      without: "核算口径，见占补平衡挂钩明细"),
    assumption(
      "A-9", "统筹留存未用部分年末仍予留存;任务未完成县区的指标不参与流转",
      "an unused ring-fence stays kept; counties with unmet tasks do not circulate",
      without: "核算口径，见省重点统筹留存和三库收支"),
  ]
}
