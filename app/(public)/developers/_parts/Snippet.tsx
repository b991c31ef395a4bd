import { useTranslations } from 'next-intl'
import { Code } from './Code.tsx'
import { CopyText } from './CopyText.tsx'

/** A program to take along. */
export function Snippet({ title, code }: { title: string; code: string }) {
  const t = useTranslations('reference')
  return (
    <figure className="min-w-0 rounded-lg border border-line bg-sunken">
      <figcaption className="flex items-center justify-between gap-3 border-b border-line py-1 pr-1.5 pl-3 text-sm text-muted">
        {title}
        <CopyText text={code} words={{ copy: t('copy'), copied: t('copied'), failed: t('copyFailed') }} />
      </figcaption>
      <Code text={code} className="px-3 py-2.5" />
    </figure>
  )
}
