/**
 * Random lives of a slot: members with keys, quests, tokens and links, txs of every kind, some of them wrong. The engine's property tests and the
 * circuits' differential test run them; `sampleSteps` gives the same run for the same seed.
 */
import fc from 'fast-check'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { type CircuitName, circuits, newAccount } from '#server/rollup/protocol/constants.gen.ts'
import { sign } from '#server/rollup/protocol/schnorr.ts'
import type { InboxTx } from '#server/rollup/protocol/tx/inboxTx.ts'
import { type LedgerTx, mergeMessage, type SignedLedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import type { BatchDraft, BatchRefusal, BuiltBatch, SignedGroup } from '#server/rollup/state/draft.ts'
import type { SlotState } from '#server/rollup/state/slotState.ts'
import {
  deposit,
  firstKey,
  issuerSecret,
  items,
  memberKey,
  memberSecret,
  now,
  openQuest,
  slotDomain,
  type TestSlot,
  walletOf,
} from './slotFixture.ts'

/** Accounts 0 to 5 have a key, 6 has none, 7 and 8 are skipped leaves, those from 9 on may be opened in the run. */
const MEMBERS = 6
const QUESTS = 3
const domain = domainOf(slotDomain.chainId, slotDomain.rollup)
/** Keys that members may have: their own, and one to change to. */
const secretByKey = new Map(
  Array.from({ length: 40 }, (_, i) => [0, 100].map((shift) => [memberKey(i + shift).x, memberSecret(i + shift)] as const)).flat(),
)

const ledgerKinds = [
  'transfer',
  'transfer',
  'withdraw',
  'ledgerOpenQuest',
  'fundQuest',
  'closeQuest',
  'setIssuer',
  'revoke',
  'claimReward',
  'claimReward',
  'linkWallet',
  'linkWallet',
  'unlinkWallet',
  'unlinkWallet',
  'mergeInto',
] as const
const inboxKinds = ['deposit', 'deposit', 'openQuest', 'setKey', 'activateKey', 'cancelKey', 'forcedWithdraw'] as const

/** What a tx is meant to be; signatures and nonces follow from the state it meets. Some values of `spoil` make them wrong. */
type Wish<K> = {
  kind: K
  who: number
  other: number
  token: number
  amount: bigint
  fee: bigint
  quest: number
  credential: number
  place: number
  spoil: number
}
const wish = <K extends string>(kinds: readonly K[]): fc.Arbitrary<Wish<K>> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    who: fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 2 }) }, { weight: 1, arbitrary: fc.nat({ max: MEMBERS + 2 }) }),
    other: fc.nat({ max: MEMBERS + 4 }),
    token: fc.constantFrom(0, 0, 0, 1, 80, 81),
    amount: fc.oneof({ weight: 6, arbitrary: fc.bigInt(1n, 90n) }, { weight: 1, arbitrary: fc.constantFrom(0n, 5_000n, (1n << 96n) - 1n) }),
    fee: fc.bigInt(0n, 3n),
    quest: fc.nat({ max: QUESTS }),
    credential: fc.nat({ max: 11 }),
    place: fc.nat({ max: 9 }),
    spoil: fc.nat({ max: 15 }),
  })

/** One batch to try. */
export const stepArbitrary = fc.record({
  /** Seconds since the batch before: sometimes long enough for a key to become active or a quest to end. */
  later: fc.constantFrom(0, 1, 60, 3 * 86_400),
  opens: fc.array(fc.nat({ max: 30 }), { maxLength: 2 }),
  groups: fc.array(
    fc.record({ quest: fc.nat({ max: QUESTS }), accounts: fc.array(fc.nat({ max: 10 }), { minLength: 1, maxLength: 12 }) }),
    {
      maxLength: 2,
    },
  ),
  ledger: fc.array(wish(ledgerKinds), { maxLength: 3, size: 'max' }),
  inbox: fc.array(wish(inboxKinds), { maxLength: 3, size: 'max' }),
  leader: fc.nat({ max: MEMBERS + 6 }),
})
export type SlotStep = typeof stepArbitrary extends fc.Arbitrary<infer T> ? T : never

/** Steps by seed: the same seed gives the same run. */
export const sampleSteps = (seed: number, count: number): SlotStep[] => fc.sample(stepArbitrary, { seed, numRuns: count })

/** Members with keys, 1,000 native and 500 of token 1 each, and two quests: 0 pays in token 0, 1 in token 1. */
export async function settleMembers(slot: TestSlot): Promise<void> {
  await slot.advance({ opens: Array.from({ length: MEMBERS + 1 }, (_, i) => walletOf(i)) })
  const members = Array.from({ length: MEMBERS }, (_, i) => i)
  const terms = { rewardPerMint: 3n, feePerMint: 1n, pool: 200n, feePool: 60n, supply: 60, closesAt: now + 8 * 86_400 }
  const inbox: InboxTx[] = [
    ...members.map(firstKey),
    ...members.flatMap((account) => [deposit(account, 1000n), deposit(account, 500n, 0n, 1)]),
    openQuest({ account: 0, quest: 0, ...terms }),
    openQuest({ account: 1, quest: 1, rewardToken: 1, ...terms, revocable: false }),
  ]
  for (let from = 0; from < inbox.length; from += 3) await slot.advance({ inbox: items(...inbox.slice(from, from + 3)) })
}

/** What a run tried: reasons of what was refused, and how many of each kind were accepted. */
export type Tally = { accepted: Map<string, number>; refused: Map<string, number> }
export const emptyTally = (): Tally => ({ accepted: new Map(), refused: new Map() })
const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1)

export type SlotBatch = { built: BuiltBatch; draft: Partial<BatchDraft>; inbox: readonly InboxTx[] }

/** Builds and keeps one batch a step; what the state refuses is dropped and the rest tried again, as a sequencer does. */
export async function* runSlot(
  slot: TestSlot,
  steps: Iterable<SlotStep>,
  circuit: CircuitName = 'small',
  tally = emptyTally(),
): AsyncGenerator<SlotBatch> {
  let timestamp = now
  for (const step of steps) {
    timestamp += step.later
    await slot.state.prefetch({
      accounts: Array.from({ length: 30 }, (_, i) => i),
      quests: Array.from({ length: QUESTS + 1 }, (_, i) => i),
      credentials: step.ledger.map(({ credential }) => minted(slot.state, credential)),
    })
    let ledger = step.ledger.slice(0, circuits[circuit].entries)
    const wishes = step.inbox.slice(0, circuits[circuit].entries - ledger.length)
    const inbox = wishes.map((each) => inboxTx(each, timestamp))
    let draft: Partial<BatchDraft> = {
      circuit,
      timestamp,
      leader: step.leader,
      opens: step.opens.map(walletOf),
      groups: await signGroups(slot, step.groups.slice(0, circuits[circuit].groups), timestamp),
      ledger: signLedger(slot, ledger, timestamp),
      inbox: items(...inbox),
    }
    for (let built = await slot.build(draft); ; built = await slot.build(draft)) {
      if (built.ok) {
        for (const [i, { applied, reason }] of built.value.positions.inbox.entries()) {
          count(applied ? tally.accepted : tally.refused, reason ?? inbox[i]?.kind ?? '')
        }
        for (const { kind } of built.value.positions.ledger) count(tally.accepted, kind)
        for (const _ of draft.groups ?? []) count(tally.accepted, 'mint')
        await slot.keep(built.value)
        yield { built: built.value, draft, inbox }
        break
      }
      count(tally.refused, built.reason.reason)
      const { section, position } = built.reason
      if (section === 'ledger') ledger = ledger.filter((_, i) => i !== position)
      draft = section === 'ledger' ? { ...draft, ledger: signLedger(slot, ledger, timestamp) } : without(draft, built.reason)
    }
  }
}

function without(draft: Partial<BatchDraft>, { section, position, reason }: BatchRefusal): Partial<BatchDraft> {
  if (section === 'groups') return { ...draft, groups: (draft.groups ?? []).filter((_, i) => i !== position) }
  // The leader's vault is full: nobody's is not.
  if (section === 'fees') return { ...draft, leader: 100 }
  throw new Error(`the run cannot go on without ${section} ${position}: ${reason}`)
}

async function signGroups(slot: TestSlot, groups: SlotStep['groups'], timestamp: number): Promise<SignedGroup[]> {
  const signed: SignedGroup[] = []
  let words = 0
  for (const { quest, accounts } of groups) {
    words += Math.ceil(accounts.length / 9)
    const leaf = slot.state.quest(quest)
    if (leaf === null || words > 3) continue
    const earlier = signed.filter((other) => other.quest === quest).length
    signed.push(await slot.sign({ quest, accounts, evidenceRoot: 3n, validUntil: timestamp, earlier }, issuerOf(leaf.issuerKeyX)))
  }
  return signed
}

const issuerOf = (keyX: bigint): bigint => secretByKey.get(keyX) ?? issuerSecret

function signLedger(slot: TestSlot, wishes: SlotStep['ledger'], timestamp: number): SignedLedgerTx[] {
  const used = new Map<number, number>()
  return wishes.map((each) => {
    const { spoil } = each
    const who = spoil === 4 ? each.who : (rightful(slot.state, each) ?? each.who)
    const offset = used.get(who) ?? 0
    const account = slot.state.account(who)
    const nonce = Number(account?.nonce ?? 0n) + offset + (spoil === 1 ? 1 : 0)
    const secret = spoil === 2 ? 99n : (secretByKey.get(account?.keyX ?? 0n) ?? memberSecret(who))
    const tx = ledgerTx(slot.state, { ...each, who }, { nonce, timestamp })
    if (tx.kind === 'revoke') return signLedgerTx(slot.hasher, tx, { domain, secret: spoil === 2 ? 99n : issuerSecret })
    used.set(who, offset + 1)
    return signLedgerTx(slot.hasher, tx.kind === 'mergeInto' ? consented(slot, tx, spoil) : tx, { domain, secret })
  })
}

/** Who may do what only one account may: otherwise hardly any such tx would pass. */
function rightful(state: SlotState, { kind, who, quest, credential }: SlotStep['ledger'][number]): number | undefined {
  if (kind === 'linkWallet' || kind === 'unlinkWallet') return who % 2
  if (kind === 'closeQuest' || kind === 'setIssuer') return Number(state.quest(quest)?.owner ?? 0n)
  return kind === 'claimReward' ? Number(state.credential(minted(state, credential))?.account ?? 0n) : undefined
}

function consented(slot: TestSlot, tx: Extract<LedgerTx, { kind: 'mergeInto' }>, spoil: number) {
  const key = slot.state.account(tx.target)?.keyX ?? 0n
  const secret = spoil === 3 ? 98n : (secretByKey.get(key) ?? memberSecret(tx.target))
  return { ...tx, targetSignature: sign(slot.hasher, secret, mergeMessage(slot.hasher, domain, tx)) }
}

function ledgerTx(state: SlotState, wish: Wish<LedgerTx['kind']>, { nonce, timestamp }: { nonce: number; timestamp: number }): LedgerTx {
  const { kind, who, other, token, amount, fee, quest, credential, place } = wish
  const signer = { account: who, nonce, fee }
  const key = memberKey(100 + other)
  switch (kind) {
    case 'transfer':
      return { kind, ...signer, to: other, token, amount }
    case 'withdraw':
      return { kind, ...signer, token, amount, recipient: BigInt(0xf00 + other) }
    case 'ledgerOpenQuest': {
      const {
        kind: _inbox,
        authoriser: _wallet,
        ...terms
      } = openQuest({ account: who, quest, rewardToken: token, rewardPerMint: 2n, feePerMint: 1n, pool: amount, feePool: amount / 2n })
      return { kind, ...terms, ...signer, closesAt: timestamp + 86_400 * (other + 1) }
    }
    case 'fundQuest':
      return { kind, ...signer, quest, toPool: amount, toFeePool: amount / 2n }
    case 'closeQuest':
      return { kind, ...signer, quest }
    case 'setIssuer':
      return { kind, ...signer, quest, keyX: key.x, keyY: place === 9 ? key.y + 1n : key.y }
    case 'revoke':
      return { kind, credential: minted(state, credential), reason: other }
    case 'claimReward':
      return { kind, ...signer, credential: minted(state, credential) }
    case 'linkWallet':
      return { kind, ...signer, wallet: walletOf(place === 9 ? who : 50 + other), place: place === 8 ? 9 : place % 2 }
    case 'unlinkWallet':
      return { kind, ...signer, place: place === 8 ? 9 : place % 2 }
    case 'mergeInto':
      // Rarely: a moved account does not come back.
      return place < 5
        ? { kind, ...signer, target: other % 8, targetSignature: { s: 0n, e: 0n } }
        : { kind: 'transfer', ...signer, to: other, token, amount }
    default:
      return kind satisfies never
  }
}

/** Batches begin at multiples of 27: the n-th place of the n-th batch with mints, so that claims meet credentials. */
const minted = (state: SlotState, credential: number): number =>
  27 * (credential % Math.max(1, Math.floor(state.credentialCount / 27) + 1)) + (credential % 10)

/** Keys change in accounts 0 and 1 only, and 6 gets its first one: so that what was begun is also ended. */
const keyHolder = (who: number): number => (who >= MEMBERS ? MEMBERS : who % 2)

function inboxTx({ kind, who: anyone, other, token, amount, quest, place, spoil }: Wish<InboxTx['kind']>, timestamp: number): InboxTx {
  const who = kind === 'setKey' || kind === 'activateKey' || kind === 'cancelKey' ? keyHolder(anyone) : anyone
  const authoriser = walletOf(spoil === 1 ? who + 1 : who)
  const item = { account: who, authoriser }
  switch (kind) {
    case 'deposit':
      return place > 7
        ? { kind, account: newAccount, authoriser, token, amount, wallet: walletOf(30 + other) }
        : { kind, ...item, token, amount, wallet: 0n }
    case 'openQuest':
      return openQuest({
        ...item,
        quest,
        pool: amount,
        feePool: amount,
        rewardToken: token,
        rewardPerMint: 5n,
        closesAt: timestamp + 86_400,
      })
    case 'setKey': {
      const fresh = who >= MEMBERS
      const { x: keyX, y: keyY } = memberKey(fresh ? who : 100 + who)
      return { kind, ...item, keyX, keyY, identity: fresh ? 5n : 0n, second: place > 5 ? walletOf(50 + other) : 0n }
    }
    case 'activateKey':
      return { kind, ...item }
    case 'cancelKey':
      return { kind, ...item, byLinked: place > 7, authoriser: place > 7 ? walletOf(50 + other) : authoriser }
    case 'forcedWithdraw':
      return { kind, ...item, token, amount, recipient: BigInt(other) }
    default:
      return kind satisfies never
  }
}
