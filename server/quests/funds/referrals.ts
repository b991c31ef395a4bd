import { CairnError } from '#server/shared/errors.ts'
import { requireRight } from '#server/spaces/enterSpace.ts'
import type { QuestRow } from '../questStore.ts'
import type { QuestDeps, QuestWork } from '../questWork.ts'
import { feeParts } from './estimate.ts'
import type { Brought, Earner, ReferralRole } from './referralStore.ts'

/** What somebody earned by bringing members, in wei: of every completion their role's share of its fee. */
export type ReferralView = {
  code: string
  role: ReferralRole
  handle: string | null
  wallet: string
  /** Where they are paid; null while they have no account in the slot. */
  slotAccount: number | null
  began: number
  earned: number
  earnedAmount: string
  paid: string
  due: string
}

export const codePattern = /^[a-z2-7]{10}$/
const letters = 'abcdefghijklmnopqrstuvwxyz234567'
const newCode = (bytes: Uint8Array) => [...bytes].map((byte) => letters[byte % letters.length]).join('')
/** Links by the space's own hand; those of members make themselves. */
const mostPublishers = 100

/** The share of a completion's fee that a role has. */
export const shareOf = ({ fee, split }: Pick<Brought, 'fee' | 'split'>, role: ReferralRole): bigint => feeParts(fee, split)[role]

/** A space lets somebody show its quests for the publisher's share. Safe to repeat. Throws `auth.forbidden`, `conflict` (too many). */
export function addPublisher(deps: QuestDeps, input: { spaceId: string; accountId: string; publisherId: string }) {
  const { spaceId, accountId, publisherId } = input
  return deps.transact(async (work) => {
    await requireRight(work.access, { spaceId, accountId, right: 'funds', field: 'space' })
    const count = await work.referrals.count(spaceId, 'publisher')
    if (count >= mostPublishers)
      throw new CairnError('conflict', 'This space keeps no more publishers.', {
        meta: { field: 'space', found: count, expected: `at most ${mostPublishers}` },
      })
    const code = newCode(deps.random(10))
    const link = await work.referrals.take({ code, spaceId, accountId: publisherId, role: 'publisher' })
    if (link.code === code) await work.audit.add({ spaceId, accountId, action: 'funds.publisher-added', subject: publisherId })
    return { code: link.code }
  })
}

/** The member's own link to a space's quests; null for a quest whose referrers get nothing. Throws `not-found`. */
export function ownLink(deps: QuestDeps, { slug, accountId }: { slug: string; accountId: string }) {
  return deps.transact(async (work) => {
    const quest = await work.quests.findBySlug(slug)
    const version = quest?.publishedVersion ? await work.quests.findVersion(quest.id, quest.publishedVersion) : null
    if (!quest || !version) throw new CairnError('not-found', 'There is no such quest.', { meta: { field: 'slug', found: slug } })
    const each = shareOf({ fee: quest.feePerMint, split: version.definition.split ?? null }, 'referrer')
    if (each === 0n) return null
    const link = await work.referrals.take({ code: newCode(deps.random(10)), spaceId: quest.spaceId, accountId, role: 'referrer' })
    return { code: link.code, each: String(each) }
  })
}

/** The link that brought a member to a quest: one of its space, and not the member's own; null when it is none. */
export async function referralFor(
  { referrals }: Pick<QuestWork, 'referrals'>,
  { quest, accountId, ref }: { quest: QuestRow; accountId: string; ref: string | undefined },
): Promise<string | null> {
  const link = ref !== undefined && codePattern.test(ref) ? await referrals.find(ref) : null
  return link && link.spaceId === quest.spaceId && link.accountId !== accountId ? link.code : null
}

/** What is due to whom. Paid first is what the same person earned by another link. */
export function referralViews(earners: readonly Earner[], brought: readonly Brought[]): ReferralView[] {
  const paidLeft = new Map(earners.map(({ accountId, paid }) => [accountId, paid]))
  return earners.map(({ accountId, code, role, handle, wallet, slotAccount }) => {
    const mine = brought.filter((one) => one.code === code)
    const amount = mine.reduce((sum, one) => sum + shareOf(one, role) * BigInt(one.earned), 0n)
    const left = paidLeft.get(accountId) ?? 0n
    const paid = left < amount ? left : amount
    paidLeft.set(accountId, left - paid)
    return {
      ...{ code, role, handle, wallet, slotAccount },
      began: mine.reduce((sum, one) => sum + one.began, 0),
      earned: mine.reduce((sum, one) => sum + one.earned, 0),
      ...{ earnedAmount: String(amount), paid: String(paid), due: String(amount - paid) },
    }
  })
}

/** What a space owes each slot account, and whose it is. */
export function dueBySlotAccount(earners: readonly Earner[], brought: readonly Brought[]) {
  const due = new Map<number, { accountId: string; amount: bigint }>()
  for (const [i, view] of referralViews(earners, brought).entries()) {
    const accountId = earners[i]?.accountId ?? ''
    if (view.slotAccount === null || view.due === '0') continue
    const known = due.get(view.slotAccount)?.amount ?? 0n
    due.set(view.slotAccount, { accountId, amount: known + BigInt(view.due) })
  }
  return due
}
