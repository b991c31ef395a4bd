'use client'

import dynamic from 'next/dynamic'
import { useLive } from './QuestProgress.tsx'

// Few quests have any of them: the others do not pay for the code.
const Prerequisites = dynamic(() => import('./Prerequisites.tsx').then(({ Prerequisites }) => Prerequisites), { loading: () => null })
const Streak = dynamic(() => import('./Streak.tsx').then(({ Streak }) => Streak), { loading: () => null })

/** What must hold before a member begins, and how often the quest comes again. */
export function Conditions() {
  const { quest } = useLive()
  return (
    <>
      {quest.prerequisites.length > 0 && <Prerequisites />}
      {quest.family && <Streak />}
    </>
  )
}
