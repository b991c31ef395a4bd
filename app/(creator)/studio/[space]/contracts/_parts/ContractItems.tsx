'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { sayError } from '#app/_client/sayError.ts'
import type { SpaceContract } from '#app/_data/views.ts'
import { ItemList } from '#app/_ui/contract/ItemList.tsx'
import { SearchLine } from '#app/_ui/contract/SearchLine.tsx'
import { ListShape } from '#app/_ui/contract/TemplateList.tsx'
import { useAnswer } from '#app/_ui/contract/useAnswer.ts'

/** What is in one contract, searched by name, type or selector. */
export function ContractItems({ space, contract }: { space: string; contract: SpaceContract }) {
  const t = useTranslations('contract.picker')
  const tErrors = useTranslations('errors')
  const [text, setText] = useState('')
  const { chain, address, importedAt } = contract
  // With the time of its import: what was read anew is asked for anew.
  const question = JSON.stringify([chain, address, importedAt, text])
  const { answer, error, late } = useAnswer(
    question,
    () => api.studio.contracts.search.query({ space, contract: { chain, address }, text }),
    200,
  )
  return (
    <div className="mt-4">
      <SearchLine label={t('searchItems')} value={text} onChange={setText} />
      {error !== null && <p className="text-bad">{sayError(error, tErrors)}</p>}
      {answer === null && error === null && <ListShape />}
      {answer && <ItemList items={answer.items} total={answer.total} late={late} contracts={[contract]} />}
    </div>
  )
}
