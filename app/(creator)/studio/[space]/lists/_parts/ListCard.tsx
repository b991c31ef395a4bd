'use client'

import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import type { SpaceList } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Button, buttonClass } from '#app/_ui/base/Button.tsx'
import { Confirm } from '#app/_ui/base/Confirm.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { UploadList } from './UploadList.tsx'

/** A list: what it holds, how much of it, since when; and the ways to take it along, to put another in its place, to take it away. */
export function ListCard({ space, list, now }: { space: string; list: SpaceList; now: number }) {
  const t = useTranslations('list')
  const format = useFormatter()
  const router = useRouter()
  const [replacing, setReplacing] = useState(false)
  const { id, name, by, rows, duplicates, columns, createdAt } = list
  return (
    <article data-list={id} aria-label={name} className="slab px-5 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h3 className="min-w-0 font-semibold [overflow-wrap:anywhere]">{name}</h3>
        <Tag>{t(`by.${by}`)}</Tag>
      </div>
      <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-[0.9375rem] text-muted">
        <span>{t('rows', { count: rows, shown: format.number(rows) })}</span>
        {duplicates > 0 && <span>{t('duplicates', { count: duplicates, shown: format.number(duplicates) })}</span>}
        <Ago at={createdAt} now={now} />
      </p>
      {columns.length > 0 && (
        <p className="mt-1 text-sm text-faint [overflow-wrap:anywhere]">{t('columns', { names: columns.join(', ') })}</p>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <a href={`/api/csv/list?space=${space}&list=${id}`} download className={buttonClass('quiet', 'small')}>
          {t('download')}
        </a>
        <Button look="quiet" size="small" onClick={() => setReplacing(true)}>
          {t('replace')}
        </Button>
        <Confirm
          words={{ open: t('remove'), title: t('removeTitle', { name }), text: t('removeText'), go: t('removeGo'), stay: t('stay') }}
          onGo={async () => {
            await api.studio.lists.remove.mutate({ space, id })
            router.refresh()
          }}
        />
      </div>
      {replacing && (
        <Dialog
          wide
          title={t('replaceTitle', { name })}
          description={t('replaceText')}
          closeLabel={t('close')}
          onClose={() => setReplacing(false)}
        >
          <UploadList space={space} replaces={list} onDone={() => setReplacing(false)} />
        </Dialog>
      )}
    </article>
  )
}
