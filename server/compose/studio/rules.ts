import { refuseHeavy } from '#server/quests/definition.ts'
import { readDraft } from '#server/verify/authoring/readDraft.ts'
import type { Form } from '#server/verify/kinds/form.ts'
import { type KindId, kindIds, kindOf } from '#server/verify/kinds/index.ts'

/** A kind as an author chooses it. `chains`: what its checks read; `some` where the parameters decide. */
export type KindView = Form & { id: KindId; chains: 'eip155' | 'solana' | 'none' | 'some' }

const views: readonly KindView[] = kindIds.map((id) => {
  const { form, namespace } = kindOf(id)
  return { ...form, id, chains: typeof namespace === 'function' ? 'some' : (namespace ?? 'none') }
})

/** What rules are written with. */
export const composeStudioRules = () => ({
  kinds: () => views,
  read(rule: unknown) {
    refuseHeavy(rule, 'rule')
    return readDraft(rule)
  },
})
