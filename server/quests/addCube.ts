import { CairnError } from '#server/shared/errors.ts'
import { mostFiles } from '#server/verify/kinds/slotCubes.ts'
import { type HandInInput, lockStep, noSuchStep, noteHandIn } from './handIn.ts'
import { cubesIn } from './keptCubes.ts'
import type { QuestDeps } from './questWork.ts'
import { cubeSlotsOf } from './stepForm.ts'

/**
 * Keeps the file of a member's CUBE of another slot; the follower has it verified. A file of the same CUBE takes the place of the one before, and of more than
 * ten the oldest goes. Refused is what could never count: throws `credential.invalid` (no such file), `input.too-large`, `credential.other-slot`,
 * `credential.not-yours` (its holder is no wallet of the member), and the refusals of `lockStep`.
 */
export function addCube(deps: QuestDeps, input: HandInInput & { document: string }) {
  const file = deps.readCubeFile(input.document)
  return deps.transact(async (work) => {
    const open = await lockStep(deps, work, input)
    const slots = cubeSlotsOf(open.step.rule)
    if (slots.length === 0) throw noSuchStep(input.stepId)
    if (!slots.some(({ chain, rollup }) => chain === file.chain && rollup === file.rollup))
      throw new CairnError('credential.other-slot', 'This CUBE is of another slot than the step asks for.', {
        meta: {
          field: 'document',
          found: `${file.chain}:${file.rollup}`,
          expected: slots.map(({ chain, rollup }) => `${chain}:${rollup}`).join(' or '),
        },
      })
    const wallets = await work.participations.wallets(input.accountId)
    if (!wallets.includes(file.holder))
      throw new CairnError('credential.not-yours', 'This CUBE belongs to a wallet that you have not linked.', {
        meta: { field: 'document', found: file.holder, expected: 'a linked wallet' },
      })
    await work.submissions.keep({
      participationId: open.participation.id,
      stepId: input.stepId,
      key: file.id,
      value: file.document,
      most: mostFiles,
      createdAt: new Date(deps.now()),
    })
    await noteHandIn(work, open, { input, kind: 'cube.added' })
    return { cubes: cubesIn(await work.submissions.list(open.participation.id, input.stepId)) }
  })
}
