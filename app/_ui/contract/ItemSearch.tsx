'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { sayError } from '#app/_client/sayError.ts'
import type { ContractItem, SpaceContract } from '#app/_data/views.ts'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { ItemList } from './ItemList.tsx'
import { nameOfContract } from './nameOfContract.ts'
import { SearchLine } from './SearchLine.tsx'
import { ListShape } from './TemplateList.tsx'
import { useAnswer } from './useAnswer.ts'

type Kind = NonNullable<ContractItem['kind']>
const kinds: readonly Kind[] = ['evm.event', 'evm.transaction', 'evm.read']

type Props = { space: string; sought: string; onSought: (text: string) => void; onChoose: (item: ContractItem) => void }

/** Functions, events and reads of the contracts that a space imported. */
export function ItemSearch({ space, sought, onSought, onChoose }: Props) {
  const t = useTranslations('contract')
  const tErrors = useTranslations('errors')
  const known = useAnswer(`contracts ${space}`, () => api.studio.contracts.list.query({ space }))
  const [place, setPlace] = useState('')
  const [kind, setKind] = useState<Kind | ''>('')
  const contracts: readonly SpaceContract[] = known.answer ?? []
  const contract = contracts.find((one) => keyOf(one) === place)
  const found = useAnswer(
    contracts.length === 0 ? null : JSON.stringify([space, place, kind, sought]),
    () =>
      api.studio.contracts.search.query({
        space,
        text: sought,
        ...(contract ? { contract: { chain: contract.chain, address: contract.address } } : {}),
        ...(kind === '' ? {} : { kind }),
      }),
    200,
  )
  if (known.error !== null) return <p className="text-bad">{sayError(known.error, tErrors)}</p>
  if (known.answer === null) return <ListShape />
  if (contracts.length === 0)
    return (
      <p className="py-8 text-center text-muted">
        {t('picker.noContract')}{' '}
        <SiteLink href={`/studio/${space}/contracts`} className="text-ink underline underline-offset-4">
          {t('picker.toContracts')}
        </SiteLink>
      </p>
    )
  const selectClass = 'h-9 min-w-0 flex-1 basis-40 rounded-[0.625rem] border border-edge bg-surface px-2 text-sm'
  return (
    <>
      <SearchLine label={t('picker.searchItems')} value={sought} onChange={onSought} />
      <div className="mb-2 flex flex-wrap gap-2">
        <select aria-label={t('picker.ofContract')} value={place} onChange={({ target }) => setPlace(target.value)} className={selectClass}>
          <option value="">{t('picker.allContracts')}</option>
          {contracts.map((one) => (
            <option key={keyOf(one)} value={keyOf(one)}>
              {nameOfContract(one)}
            </option>
          ))}
        </select>
        <select
          aria-label={t('picker.ofKind')}
          value={kind}
          onChange={({ target }) => setKind(kinds.find((each) => each === target.value) ?? '')}
          className={selectClass}
        >
          <option value="">{t('picker.allKinds')}</option>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {t(`kinds.${each.replace('.', '-')}` as 'kinds.evm-event')}
            </option>
          ))}
        </select>
      </div>
      {found.error !== null && <p className="text-bad">{sayError(found.error, tErrors)}</p>}
      {found.answer === null && found.error === null && <ListShape />}
      {found.answer && (
        <ItemList items={found.answer.items} total={found.answer.total} late={found.late} contracts={contracts} onChoose={onChoose} />
      )}
    </>
  )
}

const keyOf = ({ chain, address }: Pick<SpaceContract, 'chain' | 'address'>) => `${chain}:${address}`
