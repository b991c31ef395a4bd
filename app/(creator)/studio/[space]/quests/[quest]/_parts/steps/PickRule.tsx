'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/base/Button.tsx'
import type { Json } from '#app/_ui/rule/draft.ts'
import { useEditor } from '../state/editor.ts'

/** Templates and the contracts of the space: fetched when somebody looks for one. */
const ContractPicker = dynamic(() => import('#app/_ui/contract/ContractPicker.tsx').then(({ ContractPicker: part }) => part), {
  ssr: false,
  loading: () => null,
})

/** Adds a check that is made of a template, or of a function or event of one of the space's contracts. */
export function PickRule({ onRule }: { onRule: (rule: Json) => void }) {
  const t = useTranslations('editor.steps')
  const { space } = useEditor()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="quiet" size="small" className="h-10 rounded-[0.625rem]" onClick={() => setOpen(true)}>
        {t('pick')}
      </Button>
      {open && <ContractPicker space={space} onRule={onRule} onClose={() => setOpen(false)} />}
    </>
  )
}
