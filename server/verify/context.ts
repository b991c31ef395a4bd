import type { Range } from './query.ts'
import type { Leaf, Rule, Window } from './rule.ts'

/** The member that a rule is judged for. Times are ISO 8601. Wallet ids: `eip155:0x…` in lower case, `solana:…`. */
export type RuleContext = {
  /** Empty where a rule is tried on addresses, whoever they belong to. */
  accountId: string
  wallets: string[]
  questStart: string
  joinedAt: string
  questEnd?: string
  version: number
  /** Values that earlier steps of the quest captured, by name: `$prev.name` stands for them. */
  captured?: Record<string, string>
  /** Transactions that the member pasted for this step, where a chain offers no way to find them. */
  hashes?: string[]
  /** The name that the member's account goes by now. */
  handle?: string
  /** The space whose quest this is: requests to endpoints may use its secrets. */
  space?: string
}

/** What a member handed in on a step (quiz, poll, survey, visit), kept by the room that asked. */
export type Submission = { answers: Record<string, string>; submittedAt: string; attempt: number }

/** What is known without a chain. */
export type Offchain = {
  submission?: Submission
  /** Accounts at other services that the member has connected, such as `github:583231`; given to steps that ask about one. */
  connected?: string[]
}

/** What a kind is told about the leaf it judges: wallets of its namespace as plain addresses, all wallets with their namespace, the window in unix seconds or blocks. */
export type LeafScope = {
  chain: string
  wallets: string[]
  linked: string[]
  range: Range
  finality: 'latest' | 'safe' | 'finalized'
  questStart: string
  hashes?: string[]
  handle?: string
}

/** The window of a leaf with its names replaced by this member's times. Without a window an action counts from the quest's start. */
export function scopeOf(leaf: Pick<Leaf, 'chain' | 'window' | 'finality'>, context: RuleContext): LeafScope {
  const chain = leaf.chain ?? ''
  return {
    chain,
    wallets: walletsOn(chain, context.wallets),
    linked: context.wallets,
    range: rangeOf(leaf.window ?? { from: 'quest-start' }, context),
    finality: leaf.finality ?? 'finalized',
    questStart: context.questStart,
    ...(context.hashes === undefined ? {} : { hashes: context.hashes }),
    ...(context.handle === undefined ? {} : { handle: context.handle }),
  }
}

/** The wallets that live on a chain, as plain addresses; EVM ones in lower case. */
export function walletsOn(chain: string, wallets: readonly string[]): string[] {
  const namespace = chain.split(':')[0] ?? ''
  const plain = wallets.filter((wallet) => wallet.startsWith(`${namespace}:`)).map((wallet) => wallet.slice(namespace.length + 1))
  return namespace === 'eip155' ? plain.map((wallet) => wallet.toLowerCase()) : plain
}

function rangeOf({ from, to }: Window, context: RuleContext): Range {
  const [fromTime, toTime] = [timeOf(from, context), timeOf(to, context)]
  return {
    ...(fromTime === undefined ? {} : { fromTime }),
    ...(toTime === undefined ? {} : { toTime }),
    ...(typeof from === 'object' ? { fromBlock: from.block } : {}),
    ...(typeof to === 'object' ? { toBlock: to.block } : {}),
  }
}

function timeOf(bound: Window['from'] | Window['to'], context: RuleContext): number | undefined {
  if (bound === undefined || typeof bound === 'object') return undefined
  const named: Record<string, string | undefined> = {
    'quest-start': context.questStart,
    joined: context.joinedAt,
    'quest-end': context.questEnd,
  }
  const time = Object.hasOwn(named, bound) ? named[bound] : bound
  const ms = time === undefined ? Number.NaN : Date.parse(time)
  return Number.isNaN(ms) ? undefined : Math.floor(ms / 1000)
}

/** True when a record lies outside the window: the range of blocks that was read is only as exact as its bounds. */
export function outside(record: { blockTime: number; blockNumber: string }, { range }: Pick<LeafScope, 'range'>): boolean {
  const { fromTime, toTime, fromBlock, toBlock } = range
  return (
    (fromTime !== undefined && record.blockTime < fromTime) ||
    (toTime !== undefined && record.blockTime > toTime) ||
    (fromBlock !== undefined && BigInt(record.blockNumber) < BigInt(fromBlock)) ||
    (toBlock !== undefined && BigInt(record.blockNumber) > BigInt(toBlock))
  )
}

/** True when a pass of this rule can no longer be undone by a reorg. A pass of any other rule is judged again until its quest is complete. */
export function settlesAtFinality(rule: Rule): boolean {
  if ('kind' in rule) return rule.chain === undefined || (rule.finality ?? 'finalized') === 'finalized'
  if ('not' in rule) return settlesAtFinality(rule.not)
  const children = 'all' in rule ? rule.all : 'any' in rule ? rule.any : rule.atLeast.of
  return children.every(settlesAtFinality)
}
