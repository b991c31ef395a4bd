import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/base/Button.tsx'

type Props = { busy: boolean; onTakeTheirs: () => void; onKeepMine: () => void }

/** Somebody else saved these settings while they were open here: which ones count is for the reader to say. */
export function SavedElsewhere({ busy, onTakeTheirs, onKeepMine }: Props) {
  const t = useTranslations('settings.profile.elsewhere')
  return (
    <div role="alert" className="grid gap-3 rounded-xl bg-bad-soft px-4 py-4 text-bad">
      <p>{t('text')}</p>
      <div className="flex flex-wrap gap-2">
        <Button look="quiet" size="small" disabled={busy} onClick={onKeepMine}>
          {t('mine')}
        </Button>
        <Button look="quiet" size="small" disabled={busy} onClick={onTakeTheirs}>
          {t('theirs')}
        </Button>
      </div>
    </div>
  )
}
