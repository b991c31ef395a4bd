import { useLocale, useTranslations } from 'next-intl'
import { Button } from '#app/_ui/base/Button.tsx'
import { isLocale, localePath } from '#app/_ui/locale.ts'

type Props = { at: string; versions: readonly number[]; hasDraft: boolean; from: number; to: number | 'draft' }

/** Which two are compared. A form of its own address: it works before any script has come. */
export function ChooseVersions({ at, versions, hasDraft, from, to }: Props) {
  const t = useTranslations('drafts.versions')
  const locale = useLocale()
  const select = 'h-10 min-w-0 rounded-[0.625rem] border border-edge bg-surface px-3'
  return (
    <form key={`${from} ${to}`} action={localePath(isLocale(locale) ? locale : 'en', at)} className="flex flex-wrap items-end gap-3">
      <label className="grid gap-1.5 text-[0.9375rem] font-medium">
        {t('from')}
        <select name="from" defaultValue={String(from)} className={select}>
          {versions.map((version) => (
            <option key={version} value={version}>
              {t('version', { version })}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1.5 text-[0.9375rem] font-medium">
        {t('to')}
        <select name="to" defaultValue={String(to)} className={select}>
          {hasDraft && <option value="draft">{t('draft')}</option>}
          {versions.map((version) => (
            <option key={version} value={version}>
              {t('version', { version })}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" look="quiet">
        {t('compare')}
      </Button>
    </form>
  )
}
