'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId } from 'react'
import { api } from '#app/_client/api.ts'
import { codeOf, sayError } from '#app/_client/sayError.ts'
import { useFormAnswers } from '#app/_client/useFormAnswers.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { Notice } from '#app/_ui/wallet/Notice.tsx'
import type { StepFormProps } from './StepForm.tsx'

/** For a transaction that was not found by itself, or did not count: the trace then says why. */
export function PasteTransaction({ slug, stepId, pasted, started, onDone }: StepFormProps & { pasted: string[] }) {
  const t = useTranslations('quest.form')
  const tErrors = useTranslations('errors')
  const id = useId()
  const { form, answers, clear } = useFormAnswers()
  const hash = answers?.hash?.[0]
  const paste = useMutation({
    mutationFn: async () => {
      await started()
      return api.quests.pasteTransaction.mutate({ slug, stepId, hash: hash ?? '' })
    },
    onSuccess: clear,
    onSettled: onDone,
  })
  const kept = paste.data?.pasted ?? pasted
  const submit = (event: FormEvent) => {
    event.preventDefault()
    paste.mutate()
  }
  return (
    <details className="mt-4 text-[0.9375rem]" open={kept.length > 0}>
      <summary className="min-h-8 cursor-pointer text-muted hover:text-ink">{t('paste')}</summary>
      <form {...form} onSubmit={submit} className="mt-2 grid gap-2.5">
        <label htmlFor={id} className="sr-only">
          {t('pasteLabel')}
        </label>
        <div className="flex gap-2">
          <input
            id={id}
            name="hash"
            required
            maxLength={200}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder={t('pasteLabel')}
            className="h-10 min-w-0 flex-1 rounded-[0.625rem] border border-edge bg-surface px-3.5 font-mono text-sm placeholder:font-sans placeholder:text-faint"
          />
          <Button type="submit" look="quiet" disabled={!hash || paste.isPending}>
            {t('add')}
          </Button>
        </div>
        {paste.error && (
          <Notice tone="bad">{codeOf(paste.error) === 'input.invalid' ? t('pasteWrong') : sayError(paste.error, tErrors)}</Notice>
        )}
        <ul aria-live="polite" className="grid gap-1 font-mono text-[0.8125rem] text-faint">
          {kept.map((one) => (
            <li key={one}>{shorten(one, 10, 8)}</li>
          ))}
        </ul>
      </form>
    </details>
  )
}
