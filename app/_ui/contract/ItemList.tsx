'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ContractItem, SpaceContract } from '#app/_data/views.ts'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { nameOfContract } from './nameOfContract.ts'

type Props = {
  items: readonly ContractItem[]
  total: number
  late: boolean
  contracts: readonly SpaceContract[]
  /** Without it the list is only to be read. */
  onChoose?: (item: ContractItem) => void
}

const tones = { 'evm.event': 'accent', 'evm.transaction': 'good', 'evm.read': 'plain' } as const

/** Functions and events that were found, each with its sort and signature. One that no rule can be written about is shown, and says so. */
export function ItemList({ items, total, late, contracts, onChoose }: Props) {
  const t = useTranslations('contract')
  const several = new Set(items.map(({ chain, address }) => `${chain}:${address}`)).size > 1
  return (
    <div aria-busy={late}>
      <p aria-live="polite" className="mb-1 text-sm text-faint">
        {t('picker.found', { count: total, shown: items.length })}
      </p>
      <ul
        // What scrolls must be reached without a mouse; where its rows are buttons, they are.
        {...(onChoose ? {} : { tabIndex: 0 })}
        className="-mx-3 max-h-[46dvh] overflow-y-auto"
      >
        {items.map((item) => {
          const of = several && contracts.find(({ chain, address }) => chain === item.chain && address === item.address)
          const usable = item.kind !== null
          const row = (
            <>
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-medium break-all">{item.name || item.selector}</span>
                {item.kind && <Tag tone={tones[item.kind]}>{t(`kinds.${item.kind.replace('.', '-')}` as 'kinds.evm-event')}</Tag>}
                {!usable && <span className="text-sm text-faint">{t('picker.unusable')}</span>}
              </span>
              <span className="mt-0.5 block font-mono text-[0.8125rem] break-all text-muted">{item.signature || t('picker.bare')}</span>
              {of && <span className="block text-[0.8125rem] text-faint">{nameOfContract(of)}</span>}
            </>
          )
          return (
            <li key={`${item.chain} ${item.address} ${item.selector} ${item.declaration}`} data-item={item.name || item.selector}>
              <Row {...(onChoose && usable ? { onClick: () => onChoose(item) } : {})}>{row}</Row>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Row({ onClick, children }: { onClick?: () => void; children: ReactNode }) {
  if (!onClick) return <div className="px-3 py-2">{children}</div>
  return (
    <button type="button" onClick={onClick} className="w-full rounded-lg px-3 py-2 text-left -outline-offset-2 hover:bg-sunken">
      {children}
    </button>
  )
}
