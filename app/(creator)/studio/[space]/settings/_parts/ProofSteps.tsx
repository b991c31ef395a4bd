'use client'

import { useTranslations } from 'next-intl'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { useCopy } from '#app/_ui/share/useCopy.ts'

/** Where the file goes and what it says, both to be copied. */
export function ProofSteps({ url, line }: { url: string; line: string }) {
  const t = useTranslations('settings.domain')
  return (
    <ol className="grid list-decimal gap-4 pl-5 marker:text-faint">
      <li>
        <p>{t('stepFile')}</p>
        <Copied text={url} />
      </li>
      <li>
        <p>{t('stepLine')}</p>
        <Copied text={line} />
      </li>
      <li>{t('stepCheck')}</li>
    </ol>
  )
}

/** A text that is copied whole, and read whole: somebody types it where nothing can be pasted. */
function Copied({ text }: { text: string }) {
  const t = useTranslations('site')
  const [copied, copy] = useCopy()
  return (
    <p className="mt-1.5 flex items-start gap-2 rounded-lg bg-sunken py-1 pr-1 pl-3">
      <code className="min-w-0 flex-1 py-1 font-mono text-[0.875rem] break-all">{text}</code>
      <button
        type="button"
        onClick={() => copy(text)}
        aria-label={copied === 'yes' ? t('copied') : `${t('copy')}: ${text}`}
        className="grid size-8 shrink-0 place-items-center rounded-md text-muted hover:text-ink"
      >
        <Icon name={copied === 'yes' ? 'check' : 'copy'} className="size-4" />
      </button>
    </p>
  )
}
