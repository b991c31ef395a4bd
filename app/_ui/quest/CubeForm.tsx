'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type ChangeEvent, type FormEvent, useId } from 'react'
import { api } from '#app/_client/api.ts'
import { sayError } from '#app/_client/sayError.ts'
import { useFormAnswers } from '#app/_client/useFormAnswers.ts'
import type { Cubes } from '#app/_data/views.ts'
import { Button, buttonClass } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { Notice } from '#app/_ui/wallet/Notice.tsx'
import type { StepFormProps } from './StepForm.tsx'

/** No file of a CUBE is larger; a large one is not even read. */
const mostBytes = 65_536

type Given = { name: string; text: () => Promise<string> }
type Refused = { name: string; error: unknown }

/** Files of CUBEs that were earned in another slot. Each is handed in by itself: one that is refused says why, and the others stay. */
export function CubeForm({ slug, stepId, cubes, started, onDone }: StepFormProps & { cubes: Cubes }) {
  const t = useTranslations('quest.form.cube')
  const tErrors = useTranslations('errors')
  const [fileId, textId] = [useId(), useId()]
  const { form, answers, clear } = useFormAnswers()
  const pasted = answers?.document?.[0]
  const add = useMutation({
    mutationFn: async (files: readonly Given[]) => {
      await started()
      let [added, refused]: [Cubes['added'] | null, Refused[]] = [null, []]
      for (const { name, text } of files)
        try {
          added = (await api.quests.addCube.mutate({ slug, stepId, document: await text() })).cubes
        } catch (error) {
          refused = [...refused, { name, error }]
        }
      return { added, refused }
    },
    onSuccess: ({ added }) => {
      if (added) clear()
    },
    onSettled: onDone,
  })
  const kept = add.data?.added ?? cubes.added
  const choose = ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(input.files ?? [])].map((file) => ({ name: file.name, text: () => readFile(file) }))
    // The same file may be chosen again.
    input.value = ''
    if (files.length > 0) add.mutate(files)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (pasted) add.mutate([{ name: '', text: async () => pasted }])
  }
  return (
    <div className="mt-4 grid gap-3 text-[0.9375rem]">
      <p className="text-muted">{t('hint')}</p>
      <div>
        <input
          id={fileId}
          type="file"
          multiple
          accept=".json,application/json,application/vc"
          disabled={add.isPending}
          onChange={choose}
          className="peer sr-only"
        />
        <label
          htmlFor={fileId}
          className={buttonClass(
            'primary',
            'medium',
            'cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-disabled:opacity-55',
          )}
        >
          {add.isPending ? t('adding') : t('choose')}
        </label>
      </div>
      {add.error && <Notice tone="bad">{sayError(add.error, tErrors)}</Notice>}
      {add.data?.refused.map(({ name, error }) => (
        <Notice key={name} tone="bad">
          {name === '' ? sayError(error, tErrors) : `${name}: ${sayError(error, tErrors)}`}
        </Notice>
      ))}
      <ul aria-live="polite" aria-label={t('added')} className="grid gap-1.5 empty:hidden">
        {kept.map(({ id, name }) => (
          <li key={id} className="flex items-center gap-2 text-muted">
            <Icon name="check" className="size-4 shrink-0 text-good" />
            <span className="min-w-0 truncate">{name}</span>
            <span className="shrink-0 font-mono text-[0.8125rem] text-faint">#{id.slice(id.lastIndexOf(':') + 1)}</span>
          </li>
        ))}
      </ul>
      <details>
        <summary className="min-h-8 cursor-pointer text-muted hover:text-ink">{t('paste')}</summary>
        <form {...form} onSubmit={submit} className="mt-2 grid gap-2.5">
          <label htmlFor={textId} className="sr-only">
            {t('pasteLabel')}
          </label>
          <textarea
            id={textId}
            name="document"
            required
            rows={4}
            maxLength={mostBytes}
            autoComplete="off"
            spellCheck={false}
            placeholder={t('pasteLabel')}
            className="w-full rounded-[0.625rem] border border-edge bg-surface px-3.5 py-2.5 font-mono text-sm placeholder:font-sans placeholder:text-faint"
          />
          <div>
            <Button type="submit" look="quiet" disabled={!pasted || add.isPending}>
              {t('add')}
            </Button>
          </div>
        </form>
      </details>
    </div>
  )
}

/** The text of a file; what is too large for a CUBE is refused as the server would. */
async function readFile(file: File): Promise<string> {
  if (file.size > mostBytes) throw { data: { code: 'input.too-large' } }
  return file.text()
}
