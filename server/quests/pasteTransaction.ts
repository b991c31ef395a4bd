import { base58 } from '@scure/base'
import { CairnError } from '#server/shared/errors.ts'
import { chainsOf } from '#server/verify/rule.ts'
import { type HandInInput, lockStep, noteHandIn } from './handIn.ts'
import type { QuestDeps } from './questWork.ts'

/** Transactions that a member may paste for one step: each may cost a look-up. */
export const maxPasted = 10

/**
 * Keeps a transaction that the member says is the one: it is looked at like one that was found. Throws `input.invalid` unless it has the shape of a
 * transaction of a chain that the step reads, `conflict` when ten were pasted.
 */
export function pasteTransaction(deps: QuestDeps, input: HandInInput & { hash: string }): Promise<{ pasted: string[] }> {
  return deps.transact(async (work) => {
    const open = await lockStep(deps, work, input)
    const namespaces = new Set(chainsOf(open.step.rule).map((chain) => chain.split(':')[0]))
    const hash = readHash(input.hash.trim(), namespaces)
    const before = await work.submissions.pasted(open.participation.id, input.stepId)
    if (before.includes(hash)) return { pasted: before }
    if (before.length >= maxPasted)
      throw new CairnError('conflict', 'No more transactions can be added to this step.', {
        meta: { field: 'hash', found: before.length, expected: `at most ${maxPasted}` },
      })
    await work.submissions.addPasted({ participationId: open.participation.id, stepId: input.stepId, hash })
    await noteHandIn(work, open, { input, kind: 'transaction.pasted' })
    return { pasted: [...before, hash] }
  })
}

function readHash(text: string, namespaces: ReadonlySet<string | undefined>): string {
  if (namespaces.has('eip155') && /^0x[0-9a-fA-F]{64}$/.test(text)) return text.toLowerCase()
  if (namespaces.has('solana') && isSignature(text)) return text
  const shapes = [
    ...(namespaces.has('eip155') ? ['a transaction hash (0x and 64 hex digits)'] : []),
    ...(namespaces.has('solana') ? ['a transaction signature (base58 of 64 bytes)'] : []),
  ]
  throw new CairnError('input.invalid', 'This is no transaction of a chain of this step.', {
    meta: { field: 'hash', found: text.slice(0, 100), expected: shapes.join(' or ') || 'a step that reads a chain' },
  })
}

const isSignature = (text: string) => /^[1-9A-HJ-NP-Za-km-z]{64,88}$/.test(text) && base58.decode(text).length === 64
