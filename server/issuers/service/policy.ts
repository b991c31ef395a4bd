import * as z from 'zod'
import type { SignBody } from '../contract.ts'

const address = z.string().regex(/^0x[0-9a-f]{40}$/)

/** What a signer signs. All that is left out is not limited; what is not named under `quests` is not signed, where that is given. */
export const policySchema = z.strictObject({
  slot: z.strictObject({ chainId: z.number().int(), rollup: address }),
  /** Slug of the project's space. */
  space: z.string().min(1).max(64),
  /** Slugs of quests. */
  quests: z.array(z.string().min(1).max(80)).max(10_000).optional(),
  /** ISO 8601. */
  notBefore: z.iso.datetime().optional(),
  notAfter: z.iso.datetime().optional(),
  /** CUBEs of one quest, ever. */
  perQuest: z.number().int().min(1).optional(),
  /** CUBEs of all quests within 24 hours. */
  perDay: z.number().int().min(1).optional(),
  /** Wallets that nothing is signed for, as the request names them. */
  blocked: z.array(z.string()).max(100_000).optional(),
  /** Whether credentials may be taken back by this signer. */
  revokes: z.boolean().default(true),
  /** DIDs that may speak for the project in exported credentials; without it any may. */
  dids: z.array(z.string()).max(20).optional(),
})
export type Policy = z.output<typeof policySchema>

/** A group as it was signed. */
export type SignedGroup = { quest: number; nonce: number; accounts: readonly number[]; at: number }

/** What was signed so far. */
export class Signed {
  readonly #groups = new Map<number, SignedGroup[]>()

  /** The slot counts groups: one that comes at a number which was signed for before takes that one's place, since the slot went back to it. */
  add(group: SignedGroup): void {
    this.#groups.set(group.quest, [...this.#before(group), group])
  }

  #before({ quest, nonce }: Pick<SignedGroup, 'quest' | 'nonce'>): SignedGroup[] {
    return (this.#groups.get(quest) ?? []).filter((known) => known.nonce < nonce)
  }

  /** CUBEs of a quest before a group, and who has one. */
  of(place: Pick<SignedGroup, 'quest' | 'nonce'>): { count: number; accounts: ReadonlySet<number> } {
    const accounts = new Set(this.#before(place).flatMap((group) => group.accounts))
    return { count: accounts.size, accounts }
  }

  since(at: number): number {
    return [...this.#groups.values()].flat().reduce((sum, group) => sum + (group.at >= at ? group.accounts.length : 0), 0)
  }
}

export type Refusal = { code: string; message: string }
const dayMs = 24 * 3_600_000

/** Why a request is not signed; null for one that is. `now`: milliseconds. */
export function judge(policy: Policy, signed: Signed, body: SignBody, now: number): Refusal | null {
  const no = (code: string, message: string): Refusal => ({ code, message })
  if (body.slot.chainId !== policy.slot.chainId || body.slot.rollup !== policy.slot.rollup) return no('other-slot', 'This is another slot.')
  if (body.type === 'check') return body.check.space === policy.space ? null : no('other-space', 'This is the signer of another space.')
  if (body.type === 'voucher')
    return policy.dids === undefined || policy.dids.includes(body.voucher.did) ? null : no('other-did', 'This DID does not speak for us.')
  if (body.quest.space !== policy.space) return no('other-space', 'This is the signer of another space.')
  if (policy.quests !== undefined && !policy.quests.includes(body.quest.slug))
    return no('other-quest', 'This quest is not ours to sign for.')
  if (body.type === 'revoke') return policy.revokes ? null : no('no-revokes', 'Credentials are not taken back here.')
  if (policy.notBefore !== undefined && now < Date.parse(policy.notBefore))
    return no('too-early', `Nothing is signed before ${policy.notBefore}.`)
  if (policy.notAfter !== undefined && now > Date.parse(policy.notAfter))
    return no('too-late', `Nothing is signed after ${policy.notAfter}.`)
  return judgeMint(policy, signed, body, now)
}

function judgeMint(policy: Policy, signed: Signed, { quest, mint }: SignBody & { type: 'mint' }, now: number): Refusal | null {
  const { members, groupNonce: nonce, validUntil } = mint
  if (validUntil * 1000 < now) return { code: 'expired', message: 'This group is not good any more.' }
  if (validUntil * 1000 > now + dayMs) return { code: 'too-long', message: 'A group is signed for a day at most.' }
  const blocked = members.find(({ wallet }) => policy.blocked?.includes(wallet))
  if (blocked) return { code: 'blocked', message: `Nothing is signed for ${blocked.wallet}.` }
  const before = signed.of({ quest: quest.index, nonce })
  const accounts = members.map(({ account }) => account)
  const twice = accounts.find((account, i) => before.accounts.has(account) || accounts.indexOf(account) !== i)
  if (twice !== undefined) return { code: 'twice', message: `Account ${twice} has this CUBE.` }
  if (policy.perQuest !== undefined && before.count + accounts.length > policy.perQuest)
    return { code: 'quest-cap', message: `At most ${policy.perQuest} for a quest.` }
  if (policy.perDay !== undefined && signed.since(now - dayMs) + accounts.length > policy.perDay)
    return { code: 'day-cap', message: `At most ${policy.perDay} a day.` }
  return null
}
