import { requireWalletId } from '#server/auth/walletId.ts'
import { isCairnError } from '#server/shared/errors.ts'
import type { Rule } from '#server/verify/rule.ts'
import type { Verdict } from '#server/verify/verdict.ts'
import { refuseForeignRule, refuseUnreadChains } from '../foreignRule.ts'
import { malformed } from '../problem.ts'
import type { QuestDeps, QuestWork } from '../questWork.ts'
import type { AuthoringPort } from '../tryRule.ts'
import { type Document, rulesIn } from './document.ts'
import { type DraftName, enterDraft } from './enterDraft.ts'
import { type AddressView, addressView } from './readDrafts.ts'
import { type RunResult, resultOf, runSteps, type Should } from './savedAddresses.ts'

type Deps = QuestDeps & { authoring: AuthoringPort }

/**
 * A step by its place from 0, with what came of it. Without a verdict: `member`, because what it asks for belongs to members (answers, accounts, files, a
 * score); `unread`, because its rule cannot be tried as it stands.
 */
export type TriedStep = { step: number; verdict: Verdict | null; untried: 'member' | 'unread' | null }

/** Every step of a draft on one wallet, one after the other as a member would do them. Nothing is kept. Throws `input.invalid`, `not-found`, `auth.forbidden`. */
export async function tryQuest(deps: Deps, { wallet, ...name }: DraftName & { wallet: string }): Promise<TriedStep[]> {
  const id = requireWalletId(wallet, 'wallet')
  const steps = await deps.transact(async (work) => {
    const { draft } = await enterDraft(deps, work, name, 'read')
    return readableSteps(deps, work, draft)
  })
  return trySteps(deps, steps, { wallet: id, spaceId: name.spaceId })
}

export type SavedRun = { should: Should; result: RunResult; steps: TriedStep[] }

/**
 * Tries the saved wallets on the draft as it stands, and keeps what came of it. Throws `quest.malformed` naming a step that cannot be tried: without it the
 * answer would be about another quest; and `not-found`, `auth.forbidden`.
 */
export async function runSaved(deps: Deps, name: DraftName): Promise<{ addresses: AddressView[]; runs: SavedRun[] }> {
  const { steps, addresses, revision } = await deps.transact(async (work) => {
    const { draft } = await enterDraft(deps, work, name, 'read')
    return {
      steps: await readableSteps(deps, work, draft),
      addresses: await work.drafts.addresses(draft.id),
      revision: draft.revision,
    }
  })
  const unread = steps.indexOf(null)
  if (steps.length === 0 || unread >= 0) throw malformed(`definition.steps.${Math.max(0, unread)}.rule`, 'a rule that can be tried')
  const runs = await Promise.all(
    addresses.map(async ({ should, wallet }) => {
      const tried = await trySteps(deps, steps, { wallet, spaceId: name.spaceId })
      const result = resultOf(
        should,
        tried.flatMap(({ verdict }) => verdict?.status ?? []),
      )
      return { should, wallet, result, steps: tried }
    }),
  )
  return deps.transact(async (work) => {
    const { draft } = await enterDraft(deps, work, name, 'read')
    for (const { should, wallet, result } of runs)
      await work.drafts.noteRun(draft.id, { should, wallet, result, revision, at: new Date(deps.now()) })
    return {
      addresses: (await work.drafts.addresses(draft.id)).map(addressView),
      runs: runs.map(({ should, result, steps: tried }) => ({ should, result, steps: tried })),
    }
  })
}

/** The rule of each step; null where it cannot be tried here. */
async function readableSteps(
  deps: QuestDeps,
  work: QuestWork,
  { document, spaceId }: { document: Document; spaceId: string },
): Promise<(Rule | null)[]> {
  const { steps } = document.definition
  const count = Array.isArray(steps) ? steps.length : 0
  const rules = new Map(rulesIn(document).map(({ step, rule }) => [step, rule]))
  return Promise.all(
    Array.from({ length: Math.min(count, mostSteps) }, async (_, step) => {
      const rule = rules.get(step)
      return rule && (await mayBeTried(deps, work, rule, spaceId)) ? rule : null
    }),
  )
}

/** As many as `rulesIn` looks at. */
const mostSteps = 24

/** A list of another space, an endpoint of this machine or a chain that is off is asked by nobody. */
async function mayBeTried(deps: QuestDeps, work: QuestWork, rule: Rule, spaceId: string): Promise<boolean> {
  try {
    refuseUnreadChains(deps, rule, 'rule')
    await refuseForeignRule(deps, work, rule, { at: 'rule', spaceId })
    return true
  } catch (error) {
    if (isCairnError(error)) return false
    throw error
  }
}

async function trySteps(deps: Deps, steps: readonly (Rule | null)[], whom: { wallet: string; spaceId: string }): Promise<TriedStep[]> {
  const verdicts = await runSteps(
    deps,
    steps.flatMap((rule) => rule ?? []),
    whom,
  )
  return steps.map((rule, step) => {
    if (rule === null) return { step, verdict: null, untried: 'unread' }
    const verdict = verdicts.shift() ?? null
    return { step, verdict, untried: verdict === null ? 'member' : null }
  })
}
