public import Scenario

/// Scenarios made in code, small enough to check by hand.
public enum SampleScenarios {
  /// Two counties, no projects, no quotas: a start for tests that add what they need.
  public static let empty = Scenario(title: "空", year: 2018, counties: ["甲县", "乙县"], projects: [])
}
