// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors in the project's own targets; every import is internal unless it says otherwise.
let swiftSettings: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

/// A library target with the project's settings.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

/// The test target of a module, which may also use the test-support targets.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
    exclude: exclude, swiftSettings: swiftSettings)
}

let package = Package(
  name: "allocate",
  products: [.executable(name: "allocate", targets: ["allocate"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C: the solver's simplex, the hash of the manifest, the atomic renames of a run directory.
    .systemLibrary(name: "CMessageDigest", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(name: "CRename"),
    .target(name: "GLPKShim", linkerSettings: [.linkedLibrary("glpk")]),

    // Pure values: facts, programs, plans.
    library("Scenario"),
    library("LinearProgram"),
    library("Certificate"),
    // Work on several threads.
    library("Parallel"),

    // The road from a file to the tables.
    library("ScenarioIO", ["Scenario", "Parallel"]),
    library("GLPKSolver", ["LinearProgram", "GLPKShim"]),
    library("Policy", ["Scenario", "LinearProgram", "Certificate"]),
    library("Accounts", ["Scenario"]),
    library("Studies", ["Scenario", "LinearProgram", "Policy", "Accounts", "Parallel"]),
    library("Reporting", ["Scenario", "Accounts"]),
    library(
      "Answers",
      [
        "Scenario", "LinearProgram", "ScenarioIO", "Policy", "Accounts", "Studies", "Reporting",
      ]),
    library("Verification", ["Scenario", "ScenarioIO", "Certificate"]),
    library("RunDirectory", ["CMessageDigest", "CRename", "Parallel"]),
    .executableTarget(
      name: "allocate",
      dependencies: [
        "Scenario", "LinearProgram", "Certificate", "ScenarioIO", "GLPKSolver", "Policy",
        "Accounts", "Studies", "Reporting", "Answers", "Verification", "RunDirectory",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: swiftSettings),

    // Test support: exhaustive search, plain proofs, and scenarios made in code.
    .target(
      name: "ReferenceSolver", dependencies: ["LinearProgram"], path: "Tests/ReferenceSolver",
      swiftSettings: swiftSettings),
    .target(
      name: "ReferenceProver", dependencies: ["LinearProgram"], path: "Tests/ReferenceProver",
      swiftSettings: swiftSettings),
    .target(
      name: "SampleScenarios", dependencies: ["Scenario"], path: "Tests/SampleScenarios",
      swiftSettings: swiftSettings),
    .target(
      name: "PlanEnumeration", dependencies: ["Scenario", "Accounts", "SampleScenarios"],
      path: "Tests/PlanEnumeration", swiftSettings: swiftSettings),

    tests("Scenario", ["SampleScenarios"]),
    tests("LinearProgram", ["ReferenceSolver"]),
    tests("Certificate", ["LinearProgram", "Policy", "ReferenceSolver", "ReferenceProver"]),
    tests("ScenarioIO", ["Scenario", "SampleScenarios"]),
    tests("GLPKSolver", ["LinearProgram", "ReferenceSolver"]),
    tests(
      "Policy",
      [
        "Scenario", "LinearProgram", "Certificate", "GLPKSolver", "Accounts", "Verification",
        "ReferenceSolver", "ReferenceProver", "SampleScenarios", "PlanEnumeration",
      ], exclude: ["Golden"]),
    tests("Accounts", ["Scenario", "SampleScenarios"]),
    tests(
      "Studies",
      [
        "Scenario", "LinearProgram", "Policy", "Accounts", "GLPKSolver", "ScenarioIO",
        "SampleScenarios", "PlanEnumeration",
      ]),
    tests(
      "Answers",
      [
        "Scenario", "LinearProgram", "ScenarioIO", "Policy", "Accounts", "Studies", "Reporting",
        "GLPKSolver", "SampleScenarios", "PlanEnumeration",
      ]),
    tests("Reporting", ["Scenario", "Accounts", "SampleScenarios"]),
    tests(
      "Verification",
      [
        "Scenario", "ScenarioIO", "Accounts", "Reporting", "SampleScenarios", "Certificate",
        "LinearProgram", "Policy", "GLPKSolver", "ReferenceProver",
      ]),
    tests("RunDirectory", []),
    .testTarget(
      name: "AllocateTests",
      dependencies: [
        "Scenario", "ScenarioIO", "LinearProgram", "GLPKSolver", "Policy", "ReferenceSolver",
        "SampleScenarios",
      ], swiftSettings: swiftSettings),
  ],
  swiftLanguageModes: [.v6]
)
