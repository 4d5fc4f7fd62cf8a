extension FindingCode {
  /// What the code says, for the table of codes.
  public var summary: Bilingual {
    switch self {
    case .missingFile: Bilingual("文件不存在", "the file does not exist")
    case .directory: Bilingual("路径是文件夹，不是文件", "the path is a folder, not a file")
    case .unreadableFile: Bilingual("文件无法读取", "the file cannot be read")
    case .emptyFile: Bilingual("文件是空的", "the file is empty")
    case .badEncoding:
      Bilingual("文件编码不对", "the bytes are no text in the expected encoding")
    case .baseCycle: Bilingual("`base` 形成循环", "a file is its own base")
    case .fileTooLarge: Bilingual("文件过大（4 GiB 以上）", "the file is larger than 4 GiB")
    case .moreFindings:
      Bilingual("问题太多，其余未列出", "too many findings; the rest is not listed")
    case .syntax: Bilingual("JSON 语法错误", "not JSON")
    case .unfinishedText: Bilingual("JSON 没有写完", "the JSON text ends too early")
    case .badNumber: Bilingual("不是合法的 JSON 数", "not a JSON number")
    case .badString:
      Bilingual("字符串含有不合法的字符或转义", "a string holds an illegal character or escape")
    case .fullWidthPunctuation: Bilingual("用了全角标点", "full-width punctuation")
    case .comma: Bilingual("多了或少了逗号", "a comma too many or too few")
    case .tooDeep: Bilingual("嵌套过深", "nested too deeply")
    case .repeatedKey: Bilingual("同一个键写了两次", "a key is written twice")
    case .csvQuotes: Bilingual("CSV 引号不成对", "the quotes of a CSV file do not pair")
    case .cellCount:
      Bilingual("一行的单元格数与表头不同", "a row has another number of cells than the header")
    case .unknownColumn: Bilingual("未知的列", "an unknown column")
    case .repeatedColumn: Bilingual("同一列出现两次", "a column stands twice in a table")
    case .missingColumn: Bilingual("缺少必需的列", "a required column is missing")
    default: dataSummary
    }
  }

  private var dataSummary: Bilingual {
    switch self {
    case .unknownKey: Bilingual("未知的键", "an unknown key")
    case .missingKey: Bilingual("缺少必需的键", "a required key is missing")
    case .wrongType: Bilingual("值的类型不对", "a value of the wrong type")
    case .unknownFormat: Bilingual("格式版本不认识", "an unknown version of the format")
    case .unknownChoice: Bilingual("值不在允许的范围内", "a value that is none of those possible")
    case .integerRange: Bilingual("整数超出范围", "a whole number out of range")
    case .emptyText: Bilingual("不能为空", "an empty text where one is needed")
    case .patchWithoutBase:
      Bilingual("没有 `base` 却逐行修改表", "a table is changed row by row without a `base`")
    case .patchShape: Bilingual("表的修改写法不对", "a change to a table of the wrong shape")
    case .patchUnknownRow: Bilingual("要改的行不存在", "a row to change does not exist")
    case .patchKey: Bilingual("行的键不能修改", "the key of a row cannot be changed")
    case .textRefused: Bilingual("文本不合要求", "a text that cannot stand here")
    case .malformedNumber: Bilingual("不是十进制数", "not a decimal number")
    case .fullWidthDigits: Bilingual("用了全角数字", "full-width digits")
    case .thousandsSeparator: Bilingual("数中有千位分隔符", "a number with thousands separators")
    case .negative: Bilingual("数不能为负", "a negative number")
    case .missingUnit: Bilingual("缺少单位", "a quantity without a unit")
    case .unknownUnit: Bilingual("未知的单位", "an unknown unit")
    case .otherKindOfUnit: Bilingual("单位属于另一种量", "a unit of another kind of quantity")
    case .notWhole:
      Bilingual("不是最小单位的整数倍", "not a whole number of smallest units")
    case .tooLarge: Bilingual("数过大", "an absurdly large amount")
    case .notFinite: Bilingual("不是有限的数", "not a finite number")
    case .exponent: Bilingual("不接受科学记数法", "a number with an exponent")
    case .malformedRange: Bilingual("不是范围", "not a range")
    case .rangeOrder: Bilingual("范围的下限大于上限", "a range that ends below its start")
    default: factSummary
    }
  }

  private var factSummary: Bilingual {
    switch self {
    case .unknownCounty: Bilingual("未知的县区", "an unknown county")
    case .unknownResource: Bilingual("未知的资源", "an unknown resource")
    case .unknownProject: Bilingual("未知的项目编号", "an unknown project id")
    case .repeatedName: Bilingual("编号或名称重复", "an id or name is used twice")
    case .unusableID: Bilingual("编号不可用", "an id that cannot be used")
    case .selfReference: Bilingual("项目引用自己", "a project refers to itself")
    case .unknownGoal: Bilingual("未知的目标", "an unknown goal")
    case .unknownMeasure: Bilingual("未知的度量", "an unknown measure")
    case .repeatedRow: Bilingual("同一键有两行", "two rows with the same key")
    case .unknownAmount: Bilingual("未知的不确定量", "an unknown amount to vary")
    case .farmlandExceedsLand:
      Bilingual("占用耕地大于本年用地", "more farmland than land of this year")
    case .landExceedsTotal:
      Bilingual("本年用地大于用地总面积", "more land of this year than total land")
    case .paddyExceedsFarmland: Bilingual("占用水田大于占用耕地", "more paddy than farmland")
    case .grainWithoutFarmland:
      Bilingual("不占耕地却有占用产能", "grain capacity without farmland")
    case .keyWithoutStage: Bilingual("重点项目没有阶段", "a key project without a stage")
    case .municipalDivisible:
      Bilingual("市重点项目不可分步", "a municipal key project that needs land cannot be divided")
    case .notMultipleOfSteps:
      Bilingual("数量不能按步数等分", "an amount that its steps do not divide")
    case .minimumSteps: Bilingual("最低步数与可分步数不符", "minimum steps do not fit the steps")
    case .countMismatch:
      Bilingual("项目数与公布数不符", "the number of projects is not the announced one")
    case .totalMismatch:
      Bilingual("各阶段之和与合计不符", "the stages do not add up to the total")
    case .ringFenceTooSmall: Bilingual("留用比例低于 15 %", "a ring-fenced share below 15 %")
    case .incompleteMerit: Bilingual("评价规则不完整", "an incomplete merit rule")
    case .emissionResolution:
      Bilingual("各排放资源的最小单位不同", "emission resources of different resolutions")
    case .freeOfCharge:
      Bilingual("此类资源不能免费", "a kind of resource that cannot be free of charge")
    case .resolution: Bilingual("资源的最小单位不可用", "an unusable resolution")
    case .baselineMissing: Bilingual("没有基准方案", "no baseline to be near to")
    case .rewardedUse:
      Bilingual("目标鼓励多占耕地或多调剂指标", "a goal rewards the use of farmland or transfers")
    case .transferFilter: Bilingual("调剂量按项目筛选", "a transfer is filtered by project")
    case .variationFilter:
      Bilingual("筛选条件不适用于这个量", "a filter that does not apply to the amount")
    case .variedTwice: Bilingual("同一个量有两个范围", "two ranges for one amount")
    default: editSummary
    }
  }

  private var editSummary: Bilingual {
    switch self {
    case .editForm: Bilingual("修改的写法不对", "an edit that is not `PATH=VALUE`")
    case .unknownPath: Bilingual("路径不存在", "a path that is not there")
    case .notSettable: Bilingual("路径所指不能直接赋值", "a path to what cannot be set")
    case .repeatedEdit: Bilingual("同一个值改了两次", "two edits of the same value")
    case .nothingToChange: Bilingual("没有可以增减的现值", "a relative change of nothing")
    case .sweepRange: Bilingual("取值范围不对", "a range of values that is none")
    case .unstewarded: Bilingual("重点项目“六个一”不全", "a key project without full stewardship")
    case .unusedCategory: Bilingual("没有项目属于此类别", "no project is of this category")
    case .noEffect: Bilingual("修改没有作用", "an override without effect")
    case .unusedSector: Bilingual("没有项目属于此行业", "no project is of this sector")
    case .recognizedEncoding: Bilingual("按 GB18030 读取", "read as GB18030")
    case .rounded: Bilingual("结果已四舍五入", "a result was rounded")
    case .nothingVaries: Bilingual("范围没有作用到任何量", "a range that covers no amount")
    default: Bilingual("", "")
    }
  }
}
