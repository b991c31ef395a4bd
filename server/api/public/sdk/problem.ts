/** Problem details (RFC 9457) as the API answers them. `code` is stable; `field`, `found` and `expected` say what to change. */
export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  code: string
  field: string | null
  found: string | null
  expected: string | null
  retryAfterSeconds: number | null
  requestId: string
  /** What is there now, where you knew something older (`draft.stale`). */
  current?: unknown
}

/** A refusal of the API. */
export class CairnProblem extends Error {
  override readonly name = 'CairnProblem'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.detail}${problem.field === null ? '' : ` (${problem.field})`}`)
    this.problem = problem
  }

  get code(): string {
    return this.problem.code
  }

  get status(): number {
    return this.problem.status
  }

  /** When it is worth another try, in milliseconds from now; null when it is not. */
  get retryAfterMs(): number | null {
    return this.problem.retryAfterSeconds === null ? null : this.problem.retryAfterSeconds * 1000
  }
}

/** What a server between us and the API said, which knows nothing of its codes. */
export const strangeProblem = (status: number, requestId: string): Problem => ({
  ...{
    type: 'about:blank',
    title: 'Unexpected answer',
    status,
    detail: `The answer is no answer of the API (${status}).`,
    code: 'unexpected',
  },
  ...{ field: null, found: null, expected: null, retryAfterSeconds: null, requestId },
})
