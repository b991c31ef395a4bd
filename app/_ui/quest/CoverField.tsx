'use client'

import Image from 'next/image'
import { useTranslations } from 'next-intl'
import { type ChangeEvent, type ClipboardEvent, type DragEvent, useId, useState } from 'react'
import { coverLimits } from '#app/_client/sendCover.ts'
import { Button, buttonClass } from '#app/_ui/base/Button.tsx'
import { Field } from '#app/_ui/base/Field.tsx'
import type { CoverView } from './Cover.tsx'
import { coverPath } from './coverPath.ts'
import { type CoverState, useCover } from './useCover.ts'

type Props = {
  /** Slug of the space that keeps the picture. */
  space: string
  value: CoverView | null
  onChange: (cover: CoverView | null) => void
  /** What is wrong with the texts, or with the picture that is named. */
  errors?: { picture?: string | null; en?: string | null; ja?: string | null }
  disabled?: boolean
}

const imageIn = (list: DataTransfer) => [...list.files].find(({ type }) => type.startsWith('image/')) ?? list.files[0]

/**
 * The cover of a quest: chosen, dropped or pasted, looked at, described in both languages, removed. A picture that is refused leaves the one before in its
 * place. Texts: namespace `cover`.
 */
export function CoverField({ space, value, onChange, errors = {}, disabled = false }: Props) {
  const t = useTranslations('cover')
  const id = useId()
  const [over, setOver] = useState(false)
  const [said, setSaid] = useState<'done' | 'removed' | null>(null)
  const { state, send, cancel } = useCover(space, (picture) => {
    setSaid('done')
    onChange({ picture, alt: value?.alt ?? { en: '', ja: '' } })
  })
  const take = (file: File | undefined) => {
    setSaid(null)
    if (file && !disabled) send(file)
  }
  const choose = ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    take(input.files?.[0])
    // The same file may be chosen again.
    input.value = ''
  }
  const drag = (event: DragEvent) => {
    event.preventDefault()
    setOver(event.type === 'dragover')
    if (event.type === 'drop') take(imageIn(event.dataTransfer))
  }
  const paste = (event: ClipboardEvent) => {
    // Text that is pasted belongs to the field that it was pasted into.
    if (event.clipboardData.files.length === 0) return
    event.preventDefault()
    take(imageIn(event.clipboardData))
  }
  const remove = () => {
    cancel()
    onChange(null)
    setSaid('removed')
  }
  const problem = state.at === 'refused' ? t(`problem.${state.problem}`) : (errors.picture ?? null)
  return (
    <fieldset onPaste={paste} onDragOver={drag} onDragLeave={drag} onDrop={drag} disabled={disabled} className="grid min-w-0 gap-4">
      <legend className="mb-1.5 text-[0.9375rem] font-medium">{t('title')}</legend>
      <div
        className={`relative grid aspect-video w-full max-w-xl place-items-center overflow-hidden rounded-card border border-dashed ${over ? 'border-accent bg-accent-soft' : 'border-edge bg-sunken'}`}
      >
        {value !== null && (
          <Image
            src={coverPath(value.picture, 'small')}
            alt={t('preview')}
            width={800}
            height={450}
            className="absolute inset-0 size-full object-cover"
            unoptimized
          />
        )}
        {state.at === 'sending' ? (
          <Sending state={state} onCancel={cancel} />
        ) : (
          <div className={value === null ? 'px-6 text-center text-[0.9375rem] text-muted' : 'absolute right-3 bottom-3 flex gap-2'}>
            {value === null && <p className="mb-3">{t('drop')}</p>}
            <input
              id={`${id}-file`}
              type="file"
              accept={coverLimits.types.join(',')}
              onChange={choose}
              aria-describedby={`${id}-says`}
              aria-invalid={problem !== null}
              className="peer sr-only"
            />
            <label
              htmlFor={`${id}-file`}
              className={buttonClass('quiet', 'medium', 'cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2')}
            >
              {value === null ? t('choose') : t('replace')}
            </label>
            {value !== null && (
              <Button look="quiet" onClick={remove}>
                {t('remove')}
              </Button>
            )}
          </div>
        )}
      </div>
      <p id={`${id}-says`} className={`max-w-xl text-sm ${problem === null ? 'text-faint' : 'text-bad'}`}>
        {problem ?? t('hint')}
      </p>
      <p aria-live="polite" className="sr-only">
        {problem ?? (said === null ? '' : t(said))}
      </p>
      {value !== null && <Described value={value} errors={errors} onChange={onChange} />}
    </fieldset>
  )
}

function Sending({ state, onCancel }: { state: CoverState & { at: 'sending' }; onCancel: () => void }) {
  const t = useTranslations('cover')
  const words = state.part < 1 ? t('sending', { part: state.part }) : t('making')
  return (
    <div className="relative grid w-64 gap-3 rounded-xl bg-surface px-4 py-3.5 text-[0.9375rem] shadow-lift">
      <p>{words}</p>
      <div
        role="progressbar"
        aria-label={words}
        aria-valuenow={Math.round(100 * state.part)}
        className="h-1 overflow-hidden rounded-full bg-line"
      >
        <div className="h-full bg-accent transition-[width] duration-150" style={{ width: `${100 * state.part}%` }} />
      </div>
      <Button look="plain" size="small" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </div>
  )
}

type DescribedProps = { value: CoverView; errors: NonNullable<Props['errors']>; onChange: Props['onChange'] }

function Described({ value, errors, onChange }: DescribedProps) {
  const t = useTranslations('cover')
  const write = (language: 'en' | 'ja', text: string) => onChange({ ...value, alt: { ...value.alt, [language]: text } })
  return (
    <fieldset className="grid max-w-xl gap-3">
      <legend className="text-[0.9375rem] font-medium">{t('altTitle')}</legend>
      <p className="text-sm text-faint">{t('altHint')}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        {(['en', 'ja'] as const).map((language) => (
          <Field
            key={language}
            label={language === 'en' ? t('altEn') : t('altJa')}
            lang={language}
            value={value.alt[language]}
            error={errors[language] ?? null}
            maxLength={200}
            required
            onChange={(event) => write(language, event.target.value)}
          />
        ))}
      </div>
    </fieldset>
  )
}
