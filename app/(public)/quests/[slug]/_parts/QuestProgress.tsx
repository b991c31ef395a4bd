'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useRef } from 'react'
import { api } from '#app/_client/api.ts'
import { QueryRoot } from '#app/_client/QueryRoot.tsx'
import type { Me, Prerequisite, PrerequisiteState, Progress, QuestDetail } from '#app/_data/views.ts'
import { useTopics } from '#app/_ui/useTopics.ts'
import { arrivalRef } from './arrival.ts'

type Props = { quest: QuestDetail; me: Me; progress: Progress | null; now: number; usualMs: number | undefined; children: ReactNode }
/** What a quest asks for first, and where the member stands on it. */
export type Missing = { wanted: Prerequisite; state: PrerequisiteState }
type Live = Omit<Props, 'children'> & {
  /** The first thing that the member lacks for this quest; null where nothing is missing or nobody is signed in. */
  missing: Missing | null
  refetch: () => void
  /** Resolves once the member is on the quest. */
  started: () => Promise<void>
}

const Context = createContext<Live | null>(null)

/** The member's progress on this quest, kept live: pushed events ask for it again. */
export function useLive(): Live {
  const live = useContext(Context)
  if (!live) throw new Error('useLive is used outside QuestProgress')
  return live
}

export function QuestProgress(props: Props) {
  return (
    <QueryRoot>
      <LiveProgress key={props.quest.slug} {...props} />
    </QueryRoot>
  )
}

/** The same for a quest that nobody can be on yet: a preview of it. Nothing is asked of the server, and nothing is begun. */
export function NoProgress({ quest, me, now, children }: Pick<Props, 'quest' | 'me' | 'now' | 'children'>) {
  const still = { missing: null, refetch: () => undefined, started: () => Promise.resolve() }
  return (
    <QueryRoot>
      <Context value={{ quest, me, now, progress: null, usualMs: undefined, ...still }}>{children}</Context>
    </QueryRoot>
  )
}

function LiveProgress({ quest, me, progress: initial, now, usualMs, children }: Props) {
  const client = useQueryClient()
  const key = ['progress', quest.slug, me?.accountId ?? null]
  const { data: progress } = useQuery({
    queryKey: key,
    queryFn: () => api.quests.progress.query({ slug: quest.slug }),
    enabled: me !== null,
    ...(initial ? { initialData: initial } : {}),
  })
  const refetch = () => void client.invalidateQueries({ queryKey: ['progress', quest.slug] })
  const missing = missingOf(quest, progress)
  const router = useRouter()
  const mine = me ? [`account:${me.accountId}`, ...(isSettling(progress) || missing ? ['batches'] : [])] : []
  const onEvent = () => {
    if (me) refetch()
    // The quest itself is the server's to tell: that it went live, or how many places are left to a visitor.
    if (!me || quest.status !== 'live') router.refresh()
  }
  // What was judged between the making of the page and the first connection must not be missed.
  useTopics([`quest:${quest.slug}`, ...mine], onEvent, me !== null)
  useNextPeriod(quest, now, router.refresh)
  const started = useStart(quest, me !== null && progress?.started === false && missing === null, refetch)
  return <Context value={{ quest, me, progress: progress ?? null, now, usualMs, missing, refetch, started }}>{children}</Context>
}

function missingOf({ prerequisites }: QuestDetail, progress: Progress | null | undefined): Missing | null {
  const i = progress?.prerequisites.findIndex(({ met }) => !met) ?? -1
  const [wanted, state] = [prerequisites[i], progress?.prerequisites[i]]
  return wanted && state ? { wanted, state } : null
}

/** A recurring quest that closes, or opens again, while its page is open: the server makes the page anew. `now`: its clock then. */
function useNextPeriod({ family, closesAt }: QuestDetail, now: number, refresh: () => void) {
  const onTurn = useEffectEvent(refresh)
  const nextAt = family?.nextAt
  useEffect(() => {
    if (!nextAt) return
    const turn = [closesAt, nextAt].map((at) => Date.parse(at)).find((at) => at > now)
    if (turn === undefined) return
    const timer = setTimeout(onTurn, turn - now + turnMs)
    return () => clearTimeout(timer)
  }, [nextAt, closesAt, now])
}

/** Beyond the turn itself: the page was made a little before it came here. */
const turnMs = 2000

const isSettling = (progress: Progress | null | undefined) => Boolean(progress?.credential) && progress?.credential?.state !== 'final'

/** Opening a quest while signed in is what starts it: what the member has already done is looked for at once. Starting twice is starting once. */
function useStart(quest: QuestDetail, wanted: boolean, onStarted: () => void): () => Promise<void> {
  const pending = useRef<Promise<unknown> | null>(null)
  const start = async () => {
    pending.current ??= api.quests.start.mutate({ slug: quest.slug, ...arrivalRef() }).then(onStarted)
    try {
      await pending.current
    } catch (error) {
      pending.current = null
      throw error
    }
  }
  const begin = useEffectEvent(() => {
    // Shown by the page that follows: a closed or sold-out quest says so itself.
    start().catch(() => undefined)
  })
  useEffect(() => {
    if (wanted && quest.status === 'live') begin()
  }, [wanted, quest.status])
  return start
}
