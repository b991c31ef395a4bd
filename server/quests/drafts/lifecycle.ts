import type { SpaceRight } from '#server/spaces/role.ts'

/** How far the text is: of a quest that runs, that of its next version. */
export const stages = ['draft', 'review', 'approved', 'published'] as const
export type Stage = (typeof stages)[number]

/** How far the quest is: `none` before its launch. */
export const runs = ['none', 'scheduled', 'live', 'paused', 'ended'] as const
export type Run = (typeof runs)[number]

export type Life = { stage: Stage; run: Run; archived: boolean }

/** What a list shows: the text's stage until the launch, and how the quest runs from then on. */
export const questStates = ['draft', 'review', 'approved', 'scheduled', 'live', 'paused', 'ended'] as const
export type QuestState = (typeof questStates)[number]

export const stateOf = ({ stage, run }: Pick<Life, 'stage' | 'run'>): QuestState =>
  run !== 'none' ? run : stage === 'published' ? 'approved' : stage

/** The same at an instant: a quest that runs is scheduled until it opens. */
export const stateAt = (life: Pick<Life, 'stage' | 'run'>, opensAt: Date, now: number): QuestState =>
  life.run === 'scheduled' || life.run === 'live' ? (opensAt.getTime() > now ? 'scheduled' : 'live') : stateOf(life)

export const acts = ['save', 'submit', 'approve', 'sendBack', 'launch', 'pause', 'resume', 'end', 'archive', 'restore'] as const
export type Act = (typeof acts)[number]

/** Which right an act takes, from where it leads on (absent: from anywhere) and where to. Archived quests are left alone until they are restored. */
type Step = { right: SpaceRight; stage?: readonly Stage[]; run?: readonly Run[]; to: Partial<Life> }

const running: readonly Run[] = ['scheduled', 'live']
const notOver: readonly Run[] = ['none', 'scheduled', 'live', 'paused']

const table: Record<Act, Step> = {
  save: { right: 'author', run: notOver, to: { stage: 'draft' } },
  submit: { right: 'author', stage: ['draft'], run: notOver, to: { stage: 'review' } },
  approve: { right: 'review', stage: ['review'], run: notOver, to: { stage: 'approved' } },
  sendBack: { right: 'review', stage: ['review', 'approved'], run: notOver, to: { stage: 'draft' } },
  // A first launch schedules; the clock makes it live. Of a quest that runs it is the next version that is launched.
  launch: { right: 'review', stage: ['approved'], run: notOver, to: { stage: 'published' } },
  pause: { right: 'review', run: running, to: { run: 'paused' } },
  resume: { right: 'review', run: ['paused'], to: { run: 'live' } },
  end: { right: 'review', run: [...running, 'paused'], to: { run: 'ended' } },
  archive: { right: 'author', run: ['none', 'ended'], to: { archived: true } },
  restore: { right: 'author', to: { archived: false } },
}

export const rightOf = (act: Act): SpaceRight => table[act].right

/** Where an act leads from here; null where it cannot be done, whoever asks. */
export function lifeAfter(life: Life, act: Act): Life | null {
  const { stage, run, to } = table[act]
  if (life.archived !== (act === 'restore')) return null
  if (stage && !stage.includes(life.stage)) return null
  if (run && !run.includes(life.run)) return null
  const next = { ...life, ...to }
  return act === 'launch' && life.run === 'none' ? { ...next, run: 'scheduled' } : next
}

/** What can be done from here by whoever has the right. */
export const actsFrom = (life: Life): Act[] => acts.filter((act) => lifeAfter(life, act) !== null)

type Clocked = { status: 'draft' | 'publishing' | 'live' | 'paused' | 'ended'; opensAt: Date; endsAt: Date } | null

/** How a quest runs at an instant. `endsAt`: when it closes, of a recurring one when its last period does. */
export function runAt(quest: Clocked, now: number): Run {
  if (!quest || quest.status === 'draft') return 'none'
  if (quest.status === 'ended' || quest.endsAt.getTime() <= now) return 'ended'
  if (quest.status === 'paused') return 'paused'
  return quest.opensAt.getTime() > now ? 'scheduled' : 'live'
}
