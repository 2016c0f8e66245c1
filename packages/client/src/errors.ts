import type { Problem } from '@assay/contract';

/** The service understood and said no, or cannot just now: what it says about it, with a remedy in both languages. */
export class ServiceProblem extends Error {
  override readonly name = 'ServiceProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }

  get code(): Problem['code'] {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }
}

/** Nothing that speaks this interface answered, or not in time. Whether an order was done is told by sending it again. */
export class ServiceUnreachable extends Error {
  override readonly name = 'ServiceUnreachable';
}
