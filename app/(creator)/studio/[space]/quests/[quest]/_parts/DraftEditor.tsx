'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { DraftView } from '#app/_data/views.ts'
import { DraftStateTag } from '#app/_ui/draft/DraftStateTag.tsx'
import { titleOf } from '#app/_ui/draft/titleOf.ts'
import { PageHead } from '#app/_ui/PageHead.tsx'
import { type Facts, RuleFacts } from '#app/_ui/rule/facts.ts'
import { ClashDialog } from './ClashDialog.tsx'
import { EditorBar } from './EditorBar.tsx'
import { ProblemList } from './ProblemList.tsx'
import { Before } from './sections/Before.tsx'
import { Fees } from './sections/Fees.tsx'
import { Glance } from './sections/Glance.tsx'
import { Prizes } from './sections/Prizes.tsx'
import { Rewards } from './sections/Rewards.tsx'
import { Recurrence, Terms } from './sections/Terms.tsx'
import { Words } from './sections/Words.tsx'
import { DraftSide } from './side/DraftSide.tsx'
import { type Editor, EditorContext } from './state/editor.ts'
import { findField } from './state/findField.ts'
import { useDraft } from './state/useDraft.ts'
import { Steps } from './steps/Steps.tsx'

/** Handed in or approved as it stands: another text is not. */
const lapses: ReadonlySet<DraftView['stage']> = new Set(['review', 'approved'])

type Props = {
  space: string
  /** The member, by whom unsaved changes are kept in this browser. */
  whose: string
  first: DraftView
  facts: Facts
  /** Whether the member's role writes here. */
  author: boolean
}

/** A quest while it is written: its text with all that is wrong with it, and beside it what comes next. */
export function DraftEditor({ space, whose, first, facts, author }: Props) {
  const t = useTranslations('editor')
  const locale = useLocale()
  const { view, onView, session, state, unsaved } = useDraft({ space, whose, first })
  const [visit, setVisit] = useState<Editor['visit']>(null)
  const [later, setLater] = useState(false)
  const document = state.history.present
  const writes = author && view.acts.includes('save')
  const goTo = useCallback((path: string) => setVisit((before) => ({ path, turn: (before?.turn ?? 0) + 1 })), [])
  useEffect(() => (visit ? findField(visit.path) : undefined), [visit])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => takeBack(event, session)
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [session])
  const clash = state.clash
  useEffect(() => setLater(clash === null), [clash])
  const editor = useMemo<Editor>(
    () => ({
      ...{ space, slug: view.slug, document, edit: session.edit, problems: view.problems, launched: view.quest !== null },
      ...{ visit, goTo },
    }),
    [space, view, document, session, visit, goTo],
  )
  return (
    <EditorContext value={editor}>
      <RuleFacts value={facts}>
        <PageHead
          title={titleOf(view.slug, document.definition.title, locale)}
          lead={
            <span className="flex flex-wrap items-center gap-3 text-base">
              <DraftStateTag state={view.state} />
              <code className="font-mono text-[0.875rem] break-all text-faint">{view.slug}</code>
            </span>
          }
          back={{ href: `/studio/${space}/quests`, words: t('back') }}
        />
        <div className="pb-16 lg:pb-0">
          {writes && <EditorBar session={session} state={state} left={view.problems.length} onSettle={() => setLater(false)} />}
          <div className="page grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-10 pt-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
            <fieldset disabled={!writes} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-5">
              <legend className="sr-only">{t('label')}</legend>
              {!writes && <p className="rounded-lg bg-sunken px-4 py-3 text-[0.9375rem] text-muted">{t(author ? 'closed' : 'readOnly')}</p>}
              {writes && lapses.has(view.stage) && (
                <p className="rounded-lg bg-accent-soft px-4 py-3 text-[0.9375rem]">
                  {t(`lapses.${view.stage === 'review' ? 'review' : 'approved'}`)}
                </p>
              )}
              <Words />
              <Glance />
              <Steps />
              <Terms />
              <Before />
              <Recurrence />
              <Rewards />
              <Prizes />
              <Fees />
            </fieldset>
            <div
              id="side"
              className="grid min-w-0 scroll-mt-20 grid-cols-[minmax(0,1fr)] gap-5 lg:sticky lg:top-31 lg:-mx-1 lg:max-h-[calc(100dvh-8rem)] lg:overflow-y-auto lg:overscroll-contain lg:px-1 lg:pb-4"
            >
              {writes && <ProblemList />}
              <DraftSide {...{ space, slug: view.slug, view, unsaved, onView }} />
            </div>
          </div>
        </div>
        {clash && !later && <ClashDialog clash={clash} mine={document} onSettle={session.settle} onClose={() => setLater(true)} />}
      </RuleFacts>
    </EditorContext>
  )
}

/** Ctrl or Cmd with Z, where no text field takes back its own typing. */
function takeBack(event: KeyboardEvent, session: { undo: () => void; redo: () => void }) {
  if (!(event.metaKey || event.ctrlKey) || event.altKey) return
  const key = event.key.toLowerCase()
  const forward = key === 'y' || (key === 'z' && event.shiftKey)
  if (!forward && key !== 'z') return
  if (event.defaultPrevented || (event.target instanceof HTMLElement && isTyping(event.target))) return
  event.preventDefault()
  if (forward) session.redo()
  else session.undo()
}

const isTyping = (target: HTMLElement) =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type))
