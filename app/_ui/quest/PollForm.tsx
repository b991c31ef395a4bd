'use client'

import { useMutation } from '@tanstack/react-query'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { api } from '#app/_client/api.ts'
import { sayError } from '#app/_client/sayError.ts'
import { useFormAnswers } from '#app/_client/useFormAnswers.ts'
import type { Poll } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { say } from '#app/_ui/say.ts'
import { Notice } from '#app/_ui/wallet/Notice.tsx'
import { ChoiceRow } from './ChoiceRow.tsx'
import type { StepFormProps } from './StepForm.tsx'

/** A vote. Once it is in, how everybody voted is shown. */
export function PollForm({ slug, stepId, poll, started, onDone }: StepFormProps & { poll: Poll }) {
  const t = useTranslations('quest.form')
  const tErrors = useTranslations('errors')
  const locale = useLocale()
  const { form, answers } = useFormAnswers()
  const chosen = answers?.[stepId] ?? []
  const vote = useMutation({
    mutationFn: async () => {
      await started()
      return api.quests.vote.mutate({ slug, stepId, choices: chosen })
    },
    onSettled: onDone,
  })
  const tally = vote.data?.tally ?? poll.tally
  if (tally) return <Tally poll={poll} tally={tally} mine={poll.voted ?? chosen} />
  const one = poll.most === 1
  const submit = (event: FormEvent) => {
    event.preventDefault()
    vote.mutate()
  }
  return (
    <form {...form} onSubmit={submit} className="mt-4 grid gap-4">
      <fieldset>
        <legend className="font-medium">{say(poll.question, locale)}</legend>
        {!one && <p className="mt-1 text-sm text-faint">{t('choose', { least: poll.least, most: poll.most })}</p>}
        <div className="mt-2.5 grid gap-2">
          {poll.choices.map(({ id, text }) => (
            <ChoiceRow
              key={id}
              type={one ? 'radio' : 'checkbox'}
              name={stepId}
              value={id}
              disabled={!one && chosen.length >= poll.most && !chosen.includes(id)}
            >
              {say(text, locale)}
            </ChoiceRow>
          ))}
        </div>
      </fieldset>
      {vote.error && <Notice tone="bad">{sayError(vote.error, tErrors)}</Notice>}
      <div>
        <Button type="submit" disabled={!answers || chosen.length < poll.least || vote.isPending}>
          {vote.isPending ? t('sending') : t('vote')}
        </Button>
      </div>
    </form>
  )
}

function Tally({ poll, tally, mine }: { poll: Poll; tally: Record<string, number>; mine: string[] }) {
  const t = useTranslations('quest.form')
  const locale = useLocale()
  const format = useFormatter()
  const all = Math.max(1, ...Object.values(tally))
  return (
    <dl className="mt-4 grid gap-2.5" aria-label={say(poll.question, locale)}>
      {poll.choices.map(({ id, text }) => (
        <div key={id} className="grid grid-cols-[1fr_auto] gap-x-4 text-[0.9375rem]">
          <dt className={mine.includes(id) ? 'font-medium' : 'text-muted'}>
            {say(text, locale)}
            {mine.includes(id) && <span className="ml-2 text-sm text-faint">{t('yours')}</span>}
          </dt>
          <dd className="text-muted tabular-nums">{format.number(tally[id] ?? 0)}</dd>
          <dd className="col-span-2 mt-1 h-1.5 rounded-full bg-sunken" aria-hidden="true">
            <div className="h-full rounded-full bg-accent" style={{ width: `${(100 * (tally[id] ?? 0)) / all}%` }} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
