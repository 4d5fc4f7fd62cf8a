public import LinearProgram

/// Another solver, and the reference proofs of what it finds.
public struct ProvingSolver: ProgramSolver {
  private let solver: any ProgramSolver
  private let prover: ReferenceProver

  public init(_ solver: any ProgramSolver, prover: ReferenceProver = ReferenceProver()) {
    self.solver = solver
    self.prover = prover
  }

  public func maximize(
    _ objective: LinearExpression, over program: IntegerProgram, options: SolverOptions,
    budget: Budget
  ) throws(SolverFailure) -> Outcome {
    let outcome = try solver.maximize(objective, over: program, options: options, budget: budget)
    guard options.recordsProof else { return outcome }
    switch outcome {
    case .optimal(let solution, _):
      let proof = prover.proof(that: objective, isAtMost: solution.value, over: program)
      return .optimal(solution, proof: proof)
    case .infeasible:
      let nothing = LinearExpression()
      return .infeasible(proof: prover.proof(that: nothing, isAtMost: nil, over: program))
    default: return outcome
    }
  }
}
