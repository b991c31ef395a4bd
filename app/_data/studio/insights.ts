import { cache } from 'react'
import type { Inputs, Outputs } from '#server/api/types.ts'
import { caller } from '../caller.ts'
import { orNull } from '../orNull.ts'

/** Shapes of what a project learns of its quests, under the names that pages use. */
type Insights = Outputs['studio']['insights']
type Asked = Inputs['studio']['insights']
export type SpaceWeekView = Insights['week']
export type InsightQuestCard = Insights['quests']['quests'][number]
export type InsightQuest = Insights['quest']
export type FunnelView = Insights['funnel']
export type FunnelStage = FunnelView['stages'][number]
export type FunnelSources = Insights['sources']
export type ReasonsView = Insights['reasons']
export type ChainReading = Insights['health'][number]
export type ParticipantsPage = Insights['participants']
export type ParticipantRow = ParticipantsPage['items'][number]
export type ClusterView = Insights['clusters']['clusters'][number]
export type RevocationsPage = Insights['revocations']
export type RevocationRow = RevocationsPage['items'][number]
export type RevocableView = Insights['revocable']

type Of = { space: string; quest: string }

export const spaceWeek = async (space: string) => (await caller()).studio.insights.week({ space })
export const insightQuests = async (space: string, search: string) => (await caller()).studio.insights.quests({ space, search })
/** Null where the space has no such quest. */
export const insightQuest = cache(async (space: string, quest: string) => orNull((await caller()).studio.insights.quest({ space, quest })))
/** Null where the filters are none that can be: days the wrong way round, say. */
export const questFunnel = async (input: Asked['funnel']) => orNull((await caller()).studio.insights.funnel(input))
export const funnelSources = async (input: Asked['sources']) => orNull((await caller()).studio.insights.sources(input))
export const questReasons = async (of: Of) => (await caller()).studio.insights.reasons(of)
export const questHealth = async (of: Of) => (await caller()).studio.insights.health(of)
/** Null where a filter, or the cursor, is none of this list. */
export const questParticipants = async (input: Asked['participants']) => orNull((await caller()).studio.insights.participants(input))
export const questClusters = async (of: Of) => (await caller()).studio.insights.clusters(of)
/** What was taken back, newest first; a cursor that is none of this list begins at the newest. */
export async function questRevocations(of: Of, cursor: string | null): Promise<RevocationsPage> {
  const { revocations } = (await caller()).studio.insights
  return (await orNull(revocations({ ...of, cursor }))) ?? revocations(of)
}
