'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { QuestFunds, SpaceFunds } from '#app/_data/views.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { QuestRow } from './QuestRow.tsx'

const AddDialog = dynamic(() => import('./AddDialog.tsx'), { ssr: false })
const CloseDialog = dynamic(() => import('./CloseDialog.tsx'), { ssr: false })

type Opened = { name: 'add' | 'close'; quest: QuestFunds } | null

/** Every quest of the space that pays something, newest first. */
export function PayingQuests({ space, funds, now }: { space: string; funds: SpaceFunds; now: number }) {
  const t = useTranslations('funds.quests')
  const [opened, setOpened] = useState<Opened>(null)
  const close = () => setOpened(null)
  return (
    <section aria-labelledby="paying">
      <h2 id="paying" className="mb-4 text-section font-semibold">
        {t('title')}
      </h2>
      {funds.quests.length === 0 ? (
        <Empty title={t('emptyTitle')} action={<ButtonLink href={`/studio/${space}/quests`}>{t('toQuests')}</ButtonLink>}>
          {t('emptyText')}
        </Empty>
      ) : (
        <ul className="grid gap-4">
          {funds.quests.map((quest) => (
            <QuestRow key={quest.slug} space={space} quest={quest} now={now} onOpen={(name) => setOpened({ name, quest })} />
          ))}
        </ul>
      )}
      {opened?.name === 'add' && <AddDialog space={space} quest={opened.quest} onClose={close} />}
      {opened?.name === 'close' && <CloseDialog space={space} quest={opened.quest} onClose={close} />}
    </section>
  )
}
