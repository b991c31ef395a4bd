import { requireWalletId } from '#server/auth/walletId.ts'
import { CairnError } from '#server/shared/errors.ts'
import { dryRun } from '#server/verify/authoring/dryRun.ts'
import { leavesOf, type Rule } from '#server/verify/rule.ts'
import type { Status, Verdict } from '#server/verify/verdict.ts'
import type { Definition } from '../definition.ts'
import type { QuestDeps } from '../questWork.ts'
import { cubeSlotsOf, isForm } from '../stepForm.ts'
import type { AuthoringPort } from '../tryRule.ts'
import type { SavedAddress } from './draftStore.ts'
import { type DraftName, enterDraft } from './enterDraft.ts'

export type Should = SavedAddress['should']
/** `unread`: a chain gave no answer, so nothing is known. `nothing`: the quest has no step that can be tried on a stranger. */
export type RunResult = NonNullable<SavedAddress['lastResult']>
export type AddressRun = { should: Should; wallet: string; result: RunResult; steps: { id: string; status: Status }[] }

/** Keeps a wallet that should pass or fail; null takes it away. Throws `input.invalid`, `not-found`, `auth.forbidden`. */
export function saveAddress(deps: QuestDeps, input: DraftName & { should: Should; wallet: string | null }) {
  const { should, accountId } = input
  const wallet = input.wallet === null ? null : requireWalletId(input.wallet, 'wallet')
  return deps.transact(async (work) => {
    const { draft } = await enterDraft(deps, work, input, 'author')
    const before = await work.drafts.addresses(draft.id)
    const other = before.find((one) => one.should !== should)
    if (wallet !== null && other?.wallet === wallet)
      throw new CairnError('input.invalid', 'One wallet cannot both pass and fail.', {
        meta: { field: 'wallet', found: wallet, expected: `another one than that which should ${other.should}` },
      })
    if (wallet === null) await work.drafts.removeAddress(draft.id, should)
    else await work.drafts.putAddress({ draftId: draft.id, should, wallet })
    const replaced = before.find((one) => one.should === should)?.wallet ?? null
    await work.audit.add({
      ...{ spaceId: draft.spaceId, accountId, subject: draft.slug },
      action: wallet === null ? 'draft.address-removed' : 'draft.address-set',
      before: { should, wallet: replaced },
      after: { should, wallet },
    })
    return work.drafts.addresses(draft.id)
  })
}

const dayMs = 24 * 3_600_000

/** Tries every step that a chain can answer on the saved wallets, one after the other as a member would: what a step captures is there for the next. */
export async function runAddresses(
  deps: StepDeps,
  { steps }: Definition,
  { addresses, spaceId }: { addresses: readonly SavedAddress[]; spaceId: string },
): Promise<AddressRun[]> {
  return Promise.all(
    addresses.map(async ({ should, wallet }) => {
      const verdicts = await runSteps(
        deps,
        steps.map(({ rule }) => rule),
        { wallet, spaceId },
      )
      const statuses = steps.flatMap(({ id }, i) => {
        const status = verdicts[i]?.status
        return status === undefined ? [] : [{ id, status }]
      })
      const result = resultOf(
        should,
        statuses.map(({ status }) => status),
      )
      return { should, wallet, result, steps: statuses }
    }),
  )
}

type StepDeps = Pick<QuestDeps, 'now'> & { authoring: AuthoringPort }

/** The verdict of each rule on a wallet, as if the quest had begun 30 days ago: what one captures is there for the next. Null where only a member can be judged. */
export async function runSteps(
  deps: StepDeps,
  rules: readonly Rule[],
  { wallet, spaceId }: { wallet: string; spaceId: string },
): Promise<(Verdict | null)[]> {
  const verdicts: (Verdict | null)[] = []
  const captured: Record<string, string> = {}
  const questStart = new Date(deps.now() - 30 * dayMs).toISOString()
  for (const rule of rules) {
    if (needsMember(rule)) {
      verdicts.push(null)
      continue
    }
    const context = { wallets: [wallet], questStart, space: spaceId, captured: { ...captured } }
    const { verdict } = await dryRun({ evidence: deps.authoring.evidence }, rule, context)
    verdicts.push(verdict)
    Object.assign(captured, verdict.captured)
  }
  return verdicts
}

/** What is handed in, connected, uploaded or scored belongs to members: nobody can be tried on it by an address alone. */
const needsMember = (rule: Rule): boolean =>
  cubeSlotsOf(rule).length > 0 || leavesOf(rule).some(({ leaf }) => isForm(leaf) || leaf.kind === 'oauth' || leaf.kind === 'reputation')

/** One that should pass passes every step; one that should fail fails one. Pure. */
export function resultOf(should: Should, statuses: readonly Status[]): RunResult {
  if (statuses.length === 0) return 'nothing'
  if (statuses.includes('fail')) return should === 'fail' ? 'agrees' : 'differs'
  if (statuses.some((status) => status !== 'pass')) return 'unread'
  return should === 'pass' ? 'agrees' : 'differs'
}

/** Throws `draft.address` naming the first wallet that is not as it should be, or that could not be tried. */
export function refuseDisagreeing(runs: readonly AddressRun[]): void {
  const wrong = runs.find(({ result }) => result === 'differs' || result === 'unread')
  if (!wrong) return
  const { should, result, wallet, steps } = wrong
  throw new CairnError('draft.address', `The wallet that should ${should} ${result === 'unread' ? 'could not be tried' : 'does not'}.`, {
    meta: {
      field: `savedAddresses.${should}`,
      found: `${wallet}: ${steps.map(({ id, status }) => `${id} ${status}`).join(', ')}`,
      expected: should === 'pass' ? 'every step passes' : 'a step fails',
    },
  })
}
