'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useContext, useId, useState } from 'react'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { say } from '#app/_ui/say.ts'
import { CheckFields } from './CheckFields.tsx'
import type { Part } from './draft.ts'
import { useEditing } from './editing.ts'
import { RuleFacts } from './facts.ts'
import { PartTools } from './PartTools.tsx'
import { below } from './reading.ts'

type CheckPart = Extract<Part, { check: unknown }>

/** One check: its sentence; opened, its fields. One that does not hold is open by itself. */
export function CheckView({ part }: { part: CheckPart }) {
  const t = useTranslations('rule')
  const locale = useLocale()
  const { kinds } = useContext(RuleFacts)
  const { reading, paths } = useEditing()
  const [chosen, setChosen] = useState<boolean | null>(null)
  const id = useId()
  const path = paths.get(part.id) ?? ''
  const kind = kinds.find((each) => each.id === part.check.kind)
  const issues = below(path, reading.issues)
  const warnings = below(path, reading.warnings)
  const sentence = reading.sentences.find((each) => each.path === path)
  const open = chosen ?? issues.length > 0
  const title = kind ? say(kind.title, locale) : String(part.check.kind)
  return (
    <div data-check={part.check.kind}>
      <div className="flex flex-wrap items-center gap-x-2">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          aria-describedby={`${id}-says`}
          onClick={() => setChosen(!open)}
          className="flex min-w-0 flex-1 basis-36 items-center gap-1.5 py-1 text-left text-sm text-faint hover:text-ink"
        >
          <Icon name="chevron" className={`size-3.5 transition-transform ${open ? 'rotate-90' : ''}`} />
          <span className="min-w-0 break-words">{title}</span>
          {issues.length > 0 && <span className="shrink-0 text-bad">{t('problems', { count: issues.length })}</span>}
          {issues.length === 0 && warnings.length > 0 && <Icon name="warning" className="size-3.5 text-accent-text" />}
        </button>
        <PartTools id={part.id} group={false} name={title} />
      </div>
      <p id={`${id}-says`} className="mt-0.5 break-words">
        {sentence ? say(sentence.text, locale) : kind ? say(kind.summary, locale) : t('unknownKind')}
      </p>
      <div id={id}>{open && <CheckFields part={part} kind={kind ?? null} issues={issues} warnings={warnings} />}</div>
    </div>
  )
}
