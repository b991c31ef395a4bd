'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { isBelow, useEditor } from '../state/editor.ts'
import { isMissing, type Problem, problemsAt } from '../state/problems.ts'

type Props = {
  title: string
  lead?: string
  /** Fields that stand in it: what is wrong with them is counted at a fold that is closed, and who is sent to one finds it open. */
  paths: readonly string[]
  /** Part of what was promised at the launch: it cannot be changed any more. */
  promised?: boolean
  /** Rare: closed until it is asked for or holds something. `says`: what it holds, in short. */
  fold?: { open: boolean; says: string }
  children: ReactNode
}

/** A part of the editor with its heading; a rare one is folded. */
export function Section({ title, lead, paths, promised = false, fold, children }: Props) {
  const t = useTranslations('editor')
  const { problems, launched, visit } = useEditor()
  const id = useId()
  const [open, setOpen] = useState(fold?.open ?? true)
  const own = paths.flatMap((path) => problemsAt(path, problems))
  useEffect(() => {
    if (visit && paths.some((path) => isBelow(path, visit.path))) setOpen(true)
  }, [visit, paths])
  const body = (
    <fieldset disabled={promised && launched} className="min-w-0">
      <legend className="sr-only">{title}</legend>
      {lead && <p className="mt-1 mb-5 max-w-prose text-[0.9375rem] text-muted">{lead}</p>}
      {promised && launched && <p className="mb-5 rounded-lg bg-sunken px-3.5 py-2.5 text-[0.9375rem] text-muted">{t('promised')}</p>}
      {children}
    </fieldset>
  )
  return (
    <section aria-labelledby={id} className="slab px-4 py-5 sm:px-6">
      {fold ? (
        <>
          <h2 id={id} className="text-section font-semibold">
            <button
              type="button"
              aria-expanded={open}
              aria-controls={`${id}-body`}
              onClick={() => setOpen(!open)}
              className="-my-1 flex w-full items-center gap-2 py-1 text-left"
            >
              <Icon name="chevron" className={`size-4 text-faint transition-transform ${open ? 'rotate-90' : ''}`} />
              {title}
              <ProblemDot problems={own} />
              {!open && (
                <span className="ml-auto min-w-0 truncate pl-4 text-[0.9375rem] font-normal tracking-normal text-muted">{fold.says}</span>
              )}
            </button>
          </h2>
          <div id={`${id}-body`}>{open && body}</div>
        </>
      ) : (
        <>
          <h2 id={id} className={`text-section font-semibold ${lead ? '' : 'mb-4'}`}>
            {title}
          </h2>
          {body}
        </>
      )}
    </section>
  )
}

/** How many things are wrong, or still missing, within. */
export function ProblemDot({ problems }: { problems: readonly Problem[] }) {
  const t = useTranslations('editor')
  if (problems.length === 0) return null
  const missing = problems.every(isMissing)
  return (
    <span className={`shrink-0 text-sm font-normal tracking-normal ${missing ? 'text-accent-text' : 'text-bad'}`}>
      {t(missing ? 'missing' : 'wrong', { count: problems.length })}
    </span>
  )
}
