import { useTranslations } from 'next-intl'
import { Hash } from '#app/_ui/base/Hash.tsx'

/** Where the file goes and what it says, both to be copied. */
export function ProofSteps({ url, line }: { url: string; line: string }) {
  const t = useTranslations('settings.domain')
  return (
    <ol className="grid list-decimal gap-4 pl-5 marker:text-faint">
      <li>
        <p>{t('stepFile')}</p>
        <p className="mt-1 break-all">
          <Hash value={url} words={url} />
        </p>
      </li>
      <li>
        <p>{t('stepLine')}</p>
        <p className="mt-1 break-all">
          <Hash value={line} words={line} />
        </p>
      </li>
      <li>{t('stepCheck')}</li>
    </ol>
  )
}
