'use client'

import { useTranslations } from 'next-intl'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { MoveRow } from './MoveRow.tsx'
import { useMoney } from './moneyContext.ts'

/** Every movement, newest first, each with where it stands. */
export function History() {
  const t = useTranslations('money')
  const { view } = useMoney()
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="mb-4 text-section font-semibold">
        {t('history')}
      </h2>
      {view.moves.length === 0 ? (
        <Empty title={t('historyEmptyTitle')}>{t('historyEmptyText')}</Empty>
      ) : (
        <ul className="slab divide-y divide-line">
          {view.moves.map((move) => (
            <MoveRow key={move.id} move={move} />
          ))}
        </ul>
      )}
    </section>
  )
}
