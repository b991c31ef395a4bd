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

/** The same tree as the rule, each node with what was wanted, what was seen, and what to do next. */
export type Trace = {
  status: Status
  wanted: Text
  seen: Seen[]
  next?: Text
  children?: Trace[]
}

export type Verdict = { status: Status; trace: Trace }

/** How a combinator reads its children: an error or a pending child never becomes a pass. */
export const statusOrder = ['fail', 'error', 'pending', 'pass'] as const satisfies Status[]
