'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Button } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { linkKinds, mostLinks, type ProfileDraft } from './profileDraft.ts'

type Link = ProfileDraft['links'][number]
type Props = { links: Link[]; onChange: (links: Link[]) => void; wrong: { key: number | null; words: string | null } }

const box = 'h-10 min-w-0 rounded-[0.625rem] border border-edge bg-surface px-3 text-[0.9375rem] aria-invalid:border-bad'

/** Where a space is found elsewhere, one line for each place. */
export function Links({ links, onChange, wrong }: Props) {
  const t = useTranslations('settings.profile')
  const id = useId()
  const set = (key: number, part: Partial<Link>) => onChange(links.map((link) => (link.key === key ? { ...link, ...part } : link)))
  const free = linkKinds.find((kind) => !links.some((link) => link.kind === kind)) ?? 'docs'
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-[0.9375rem] font-medium">{t('links')}</legend>
      <ul className="grid gap-2">
        {links.map(({ key, kind, url }, i) => {
          const isWrong = wrong.words !== null && wrong.key === key
          return (
            <li key={key}>
              <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-2 sm:grid-cols-[9rem_minmax(0,1fr)_auto]">
                <select
                  aria-label={t('linkKind', { number: String(i + 1) })}
                  value={kind}
                  onChange={(event) => set(key, { kind: linkKinds.find((each) => each === event.target.value) ?? kind })}
                  className={`${box} col-span-2 sm:col-span-1`}
                >
                  {linkKinds.map((each) => (
                    <option key={each} value={each}>
                      {t(`kind.${each}`)}
                    </option>
                  ))}
                </select>
                <input
                  aria-label={t('linkUrl', { number: String(i + 1) })}
                  aria-invalid={isWrong}
                  aria-describedby={isWrong ? `${id}-${key}` : undefined}
                  value={url}
                  onChange={(event) => set(key, { url: event.target.value })}
                  inputMode="url"
                  maxLength={400}
                  placeholder="https://"
                  className={`${box} font-mono`}
                />
                <button
                  type="button"
                  aria-label={t('removeLink', { number: String(i + 1) })}
                  onClick={() => onChange(links.filter((link) => link.key !== key))}
                  className="grid size-10 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink"
                >
                  <Icon name="cross" className="size-4" />
                </button>
              </div>
              {isWrong && (
                <p id={`${id}-${key}`} className="mt-1.5 text-sm text-bad" role="alert">
                  {wrong.words}
                </p>
              )}
            </li>
          )
        })}
      </ul>
      {links.length < mostLinks && (
        <Button
          look="plain"
          size="small"
          className={links.length === 0 ? '-ml-3' : 'mt-2 -ml-3'}
          onClick={() => onChange([...links, { key: Math.max(-1, ...links.map(({ key }) => key)) + 1, kind: free, url: '' }])}
        >
          {t('addLink')}
        </Button>
      )}
    </fieldset>
  )
}
