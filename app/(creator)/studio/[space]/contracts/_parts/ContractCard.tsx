'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { SpaceContract } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Button } from '#app/_ui/base/Button.tsx'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { ContractItems } from './ContractItems.tsx'
import { HowFound } from './HowFound.tsx'
import { RemoveContract } from './RemoveContract.tsx'

type Props = { space: string; contract: SpaceContract; names: Readonly<Record<string, string>>; mayChange: boolean; now: number }

const tones = { sourcify: 'good', pasted: 'plain', bytecode: 'accent' } as const

/** A contract: what it is called, where it stands, where its functions and events come from, and what is in it. */
export function ContractCard({ space, contract, names, mayChange, now }: Props) {
  const t = useTranslations('contract')
  const format = useFormatter()
  const [open, setOpen] = useState(false)
  const { chain, address, origins, items, importedAt } = contract
  const name = origins.findLast((origin) => origin.name !== null)?.name
  const ways = [...new Set(origins.map(({ from }) => from))]
  return (
    <article data-contract={address} aria-label={name ?? address} className="slab px-5 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h3 className="min-w-0 font-semibold [overflow-wrap:anywhere]">{name ?? t('unnamed')}</h3>
        {ways.map((from) => (
          <Tag key={from} tone={tones[from]}>
            {t(`from.${from}`)}
          </Tag>
        ))}
      </div>
      <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.9375rem] text-muted">
        <span>{names[chain] ?? chain}</span>
        <Hash value={address} head={10} tail={8} />
        <span>{t('items', { count: items, shown: format.number(items) })}</span>
        <Ago at={importedAt} now={now} />
      </p>
      <HowFound contract={contract} />
      <div className="mt-3 flex flex-wrap gap-2">
        <Button look="quiet" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'hideItems' : 'showItems')}
        </Button>
        {mayChange && <RemoveContract space={space} contract={contract} name={name ?? address} />}
      </div>
      {open && <ContractItems space={space} contract={contract} />}
    </article>
  )
}
