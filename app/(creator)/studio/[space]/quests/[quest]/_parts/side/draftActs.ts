import type { DraftAct, DraftView } from '#app/_data/views.ts'

/** In the order in which they are offered: what leads on first. Saving is the editor's. */
const order = ['submit', 'approve', 'launch', 'resume', 'sendBack', 'pause', 'end', 'archive', 'restore'] as const
export type ShownAct = (typeof order)[number]

/** What the reader can do with a quest now. */
export const offered = ({ may }: Pick<DraftView, 'may'>): ShownAct[] => order.filter((act) => may.includes(act))

/** What leads a text on. */
export const leads: ReadonlySet<DraftAct> = new Set<DraftAct>(['submit', 'approve', 'launch', 'resume'])

/** Acts that are about a revision: they wait until what was typed is saved. */
export const ofText: ReadonlySet<DraftAct> = new Set<DraftAct>(['submit', 'approve', 'sendBack', 'launch'])

/** The name of an act's words: launching the next version of a quest that runs is another thing than opening it. */
export const wordsOf = (act: ShownAct, { quest }: Pick<DraftView, 'quest'>) => (act === 'launch' && quest ? 'launchVersion' : act)

/** What is asked once more before it is done, because it cannot be taken back. */
export const isForGood = (act: ShownAct, { quest }: Pick<DraftView, 'quest'>) => act === 'end' || (act === 'launch' && quest === null)

/** The leaf of a quest that was launched is on its way into the slot. */
export const isOpening = ({ quest, state }: Pick<DraftView, 'quest' | 'state'>) =>
  quest?.status === 'publishing' && (state === 'live' || state === 'scheduled')

/** What keeps a text from being handed in or launched. */
export const hindrances = ({ problems, warnings }: Pick<DraftView, 'problems' | 'warnings'>) => ({
  problems: problems.length,
  warnings: warnings.filter(({ acknowledged }) => !acknowledged).length,
})
