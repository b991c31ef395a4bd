import { type Cell, writeCsv } from '#server/shared/csv.ts'
import { CairnError } from '#server/shared/errors.ts'
import { type QuestOfSpace, questOfSpace } from '../questOfSpace.ts'
import type { ParticipantFilter, ParticipantPlace } from './participant.ts'
import type { PlacedParticipant } from './participantStore.ts'
import { type PeopleDeps, refuseOtherStep } from './readParticipants.ts'

const header = [
  'account',
  'handle',
  'wallet',
  'started_at',
  'completed_at',
  'version',
  'passed_steps',
  'credential',
  'serial',
  'state',
  'revocation',
  'referrer',
  'ref',
  'cluster',
] as const

/** Rows of a file. */
export const mostRows = 100_000
/** Rows that are read at once. */
const chunk = 1000

/**
 * The quest's participants as a file, newest start first. Throws `not-found`, `input.invalid`, and `input.too-large` for more rows than a file has, before
 * anything is written: half a list looks like a whole one.
 */
export async function participantsCsv(
  deps: PeopleDeps,
  { filter, ...of }: QuestOfSpace & { filter: ParticipantFilter },
): Promise<AsyncGenerator<string>> {
  const { id, definition } = await questOfSpace(deps.quests, of)
  refuseOtherStep(definition, filter)
  refuseTooMany(await deps.people.count(id, filter, mostRows + 1))
  return writeCsv(header, rowsOf(deps, id, filter))
}

export function refuseTooMany(rows: number): void {
  if (rows <= mostRows) return
  throw new CairnError('input.too-large', 'There are more rows than a file has.', {
    meta: { field: 'quest', found: `more than ${mostRows} rows`, expected: `at most ${mostRows}: narrow them down, by day for one` },
  })
}

async function* rowsOf({ people }: PeopleDeps, questId: string, filter: ParticipantFilter): AsyncGenerator<Cell[]> {
  let left = mostRows
  for (let after: ParticipantPlace | null = null; left > 0; ) {
    const page: PlacedParticipant[] = await people.page(questId, filter, { after, limit: Math.min(chunk, left) })
    for (const participant of page) yield cellsOf(participant)
    const last = page.length === chunk ? page.at(-1) : undefined
    if (!last) return
    left -= page.length
    after = last.place
  }
}

const cellsOf = ({ account, credential, from, ...participant }: PlacedParticipant): Cell[] => [
  account.id,
  account.handle,
  account.wallet,
  participant.startedAt,
  participant.completedAt,
  participant.version,
  participant.passed.join(' '),
  credential?.index ?? null,
  credential?.serial ?? null,
  credential?.state ?? null,
  credential?.revocation ?? null,
  from.referrer,
  from.ref,
  participant.cluster,
]
