import type { Hex } from 'viem'
import { expect } from 'vitest'
import { parseRule } from '#server/verify/rule.ts'
import { judgeOn, type Member } from '../contractChain.ts'
import type { RealWorld } from './world.ts'

/** What came of a deed: the transaction, and the wallets that are linked when they are not the member's own. */
export type Done = { transactionHash?: Hex; wallets?: readonly { walletId: string }[] }
export type Deed = (me: Member) => Promise<Done>

/**
 * Something that comes close, and what the trace then says first. `early`: done before the quest began. `pasted`: the trace says so once the member has
 * pasted the transaction; it is not a pass before that either. `fresh`: judged before its block is final. `status`: fail, unless nobody can know yet.
 */
export type NearMiss = { what: string; does: Deed; says: string | RegExp; early?: true; pasted?: true; fresh?: true; status?: 'pending' }

export type Row = { rule: object; right: Deed; nearMisses: readonly NearMiss[] }

/** Rows by what is done. */
export type Table = Record<string, (world: RealWorld) => Row>

/** Does a row the right way and in every other way, each as somebody new: what came of it beside what should. */
export async function walk(world: RealWorld, { rule, right, nearMisses }: Row) {
  const ways = [{ what: 'right', does: right, says: undefined, status: 'pass' as const }, ...nearMisses]
  const [got, wanted]: [unknown[], unknown[]] = [[], []]
  for (const way of ways) {
    const { what, says, status = 'fail' } = way
    const { first, answered } = await judge(world, rule, way)
    const text = answered.trace.seen[0]?.text ?? answered.trace.next
    const isSaid = says instanceof RegExp && text !== undefined && says.test(text.en)
    got.push([what, first.status, answered.status, says === undefined ? undefined : isSaid ? says : text?.en])
    wanted.push([what, status, status, says])
    if (first !== answered) expect(first.text ?? first.next, `${what}: before it is pasted`).toBeDefined()
    expect(text?.ja, `${what}: in Japanese`).toMatch(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u)
  }
  return { got, wanted }
}

const hour = 3600

async function judge(
  { chain, evidence }: RealWorld,
  rule: object,
  { does, early, pasted, fresh }: Pick<NearMiss, 'does' | 'early' | 'pasted' | 'fresh'>,
) {
  const now = async () => new Date(Number((await chain.control.getBlock()).timestamp) * 1000).toISOString()
  const me = await chain.member()
  const before = await now()
  const { transactionHash, wallets = [me] } = await does(me)
  if (early) {
    await chain.control.increaseTime({ seconds: hour })
    await chain.mine(1)
  }
  const terms = { questStart: early ? await now() : before }
  if (!fresh) await chain.mine(2)
  const leaf = parseRule({ chain: chain.id, ...rule })
  const first = await judgeOn(evidence, leaf, wallets, terms)
  if (!pasted || transactionHash === undefined) return { first, answered: first }
  return { first, answered: await judgeOn(evidence, leaf, wallets, { ...terms, hashes: [transactionHash] }) }
}
