import { CairnError } from '#server/shared/errors.ts'
import { valueAt } from '#server/shared/found.ts'
import type { QuestDeps } from '../questWork.ts'
import { type AuthoringPort, type BacktestInput, backtestRule, type DryRunInput, tryRule } from '../tryRule.ts'
import { type DraftName, enterDraft } from './enterDraft.ts'

type Deps = QuestDeps & { authoring: AuthoringPort }

/** A step of a draft by its place from 0: it may have no id yet. `space`: the slug of the draft's. */
type OfStep = DraftName & { space: string; step: number }

/** The verdict on some wallets, or on the caller, by the rule of a step as it stands now. Throws `not-found` (the step), and what `tryRule` throws. */
export async function tryDraft(deps: Deps, { step, ...input }: OfStep & Omit<DryRunInput, 'rule' | 'right' | 'space'>) {
  return tryRule(deps, { ...input, rule: await ruleOf(deps, input, step), right: 'read' })
}

/** Who would have passed a step by what they did in the newest blocks. Throws likewise. */
export async function backtestDraft(deps: Deps, { step, ...input }: OfStep & Omit<BacktestInput, 'rule' | 'right' | 'space'>) {
  return backtestRule(deps, { ...input, rule: await ruleOf(deps, input, step), right: 'read' })
}

const ruleOf = (deps: QuestDeps, name: DraftName, step: number): Promise<unknown> =>
  deps.transact(async (work) => {
    const { draft } = await enterDraft(deps, work, name, 'read')
    const rule = valueAt(draft.document.definition, ['steps', step, 'rule'])
    if (rule === undefined) throw new CairnError('not-found', 'This step has no rule yet.', { meta: { field: 'step', found: step } })
    return rule
  })
