import type { Leaf, Rule } from './rule.ts'

/** The member that a rule is judged for. Times are ISO 8601. Wallet ids: `eip155:0x…` in lower case, `solana:…`. */
export type RuleContext = {
  accountId: string
  wallets: string[]
  questStart: string
  joinedAt: string
  questEnd?: string
  version: number
}

/** Answers to a quiz step, kept by the room that asked. */
export type QuizAnswers = { answers: Record<string, string>; submittedAt: string; attempt: number }

/** What is known without a chain. */
export type Offchain = { quiz?: QuizAnswers }

/** What a kind is told about the leaf it judges: wallets of its namespace as plain addresses, the window in unix seconds. */
export type LeafScope = {
  chain: string
  wallets: string[]
  fromTime?: number
  toTime?: number
  finality: 'latest' | 'safe' | 'finalized'
}

/** The window of a leaf with its names replaced by this member's times. Without a window an action counts from the quest's start. */
export function scopeOf(leaf: Pick<Leaf, 'chain' | 'window' | 'finality'>, context: RuleContext): LeafScope {
  const chain = leaf.chain ?? ''
  const namespace = chain.split(':')[0] ?? ''
  const prefix = `${namespace}:`
  const wallets = context.wallets.filter((wallet) => wallet.startsWith(prefix)).map((wallet) => wallet.slice(prefix.length))
  const from = boundOf(leaf.window === undefined ? 'quest-start' : leaf.window.from, context)
  const to = boundOf(leaf.window?.to, context)
  return {
    chain,
    wallets: namespace === 'eip155' ? wallets.map((wallet) => wallet.toLowerCase()) : wallets,
    ...(from === undefined ? {} : { fromTime: from }),
    ...(to === undefined ? {} : { toTime: to }),
    finality: leaf.finality ?? 'finalized',
  }
}

function boundOf(bound: string | undefined, context: RuleContext): number | undefined {
  if (bound === undefined) return undefined
  const named: Record<string, string | undefined> = {
    'quest-start': context.questStart,
    joined: context.joinedAt,
    'quest-end': context.questEnd,
  }
  const time = Object.hasOwn(named, bound) ? named[bound] : bound
  const ms = time === undefined ? Number.NaN : Date.parse(time)
  return Number.isNaN(ms) ? undefined : Math.floor(ms / 1000)
}

/** True when a pass of this rule can no longer be undone by a reorg. A pass of any other rule is judged again until its quest is complete. */
export function settlesAtFinality(rule: Rule): boolean {
  if ('kind' in rule) return rule.chain === undefined || (rule.finality ?? 'finalized') === 'finalized'
  if ('not' in rule) return settlesAtFinality(rule.not)
  const children = 'all' in rule ? rule.all : 'any' in rule ? rule.any : rule.atLeast.of
  return children.every(settlesAtFinality)
}
