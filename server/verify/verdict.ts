/** A sentence in every language of the site, made from the same data. */
export type Text = { en: string; ja: string }

export type Status = 'pass' | 'fail' | 'pending' | 'error'

/** What was read to reach a leaf's verdict, for the page: links are made from chain and hash. */
export type Seen = {
  text: Text
  chain?: string
  txHash?: string
  blockNumber?: string
  wallet?: string
}

/**
 * Why a leaf is no pass, as far as that has a name. Kept with verdicts and told to projects: only append, never rename. What has none is told apart by its words
 * (reason.ts).
 */
export const reasonCodes = [
  ...['step.earlier', 'wallet.missing', 'wallet.unused', 'wallet.young', 'account.unlinked'],
  ...['service.asking', 'service.away', 'service.refuses', 'answer.unmet', 'records.unread'],
  ...['quiz.unanswered', 'quiz.wrong', 'survey.unanswered', 'poll.unanswered', 'visit.unopened', 'visit.away', 'visit.short'],
  ...['list.absent', 'list.unmet', 'reputation.unmet', 'cube.not-final', 'cube.lost', 'cube.missing', 'cube.no-file'],
  ...[
    'chain.nothing',
    'chain.not-enough',
    'chain.not-final',
    'chain.not-yet',
    'chain.reading',
    'chain.too-many',
    'chain.unmet',
    'chain.hold-on',
  ],
  ...['chain.down', 'chain.disagree', 'chain.one-provider', 'chain.unproven', 'chain.archive', 'chain.cannot-read'],
] as const
export type ReasonCode = (typeof reasonCodes)[number]

/** The same tree as the rule, each node with what was wanted, what was seen, and what to do next. */
export type Trace = {
  status: Status
  wanted: Text
  seen: Seen[]
  next?: Text
  /** Of a leaf that is no pass, where its judge named why. */
  code?: ReasonCode
  children?: Trace[]
}

/** `captured`: values of a pass that later steps may use, by name. */
export type Verdict = { status: Status; trace: Trace; captured?: Record<string, string> }

/** How a combinator reads its children: an error or a pending child never becomes a pass. */
export const statusOrder = ['fail', 'error', 'pending', 'pass'] as const satisfies Status[]

/** `all` is as good as its worst child. A sure failure decides even while others are still open. */
export function statusOfAll(children: readonly Status[]): Status {
  return statusOrder.find((status) => children.includes(status)) ?? 'fail'
}

/** `any` is as good as its best child. */
export function statusOfAny(children: readonly Status[]): Status {
  return statusOrder.findLast((status) => children.includes(status)) ?? 'fail'
}

/** `atLeast n` passes with n passes, fails when n can no longer be reached, and says otherwise what it waits for. */
export function statusOfAtLeast(n: number, children: readonly Status[]): Status {
  const count = (status: Status) => children.filter((child) => child === status).length
  if (count('pass') >= n) return 'pass'
  if (children.length - count('fail') < n) return 'fail'
  return count('pass') + count('pending') >= n ? 'pending' : 'error'
}

/** `not` turns pass and fail around; what is not known yet stays unknown. */
export function statusOfNot(child: Status): Status {
  if (child === 'pass') return 'fail'
  return child === 'fail' ? 'pass' : child
}
