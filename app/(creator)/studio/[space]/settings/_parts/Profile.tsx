import { useTranslations } from 'next-intl'
import { FactList } from '#app/_ui/explorer/Facts.tsx'
import type { KeptProfile } from './profileDraft.ts'

/** The same for who may read it and not change it. */
export function Profile({ profile: { names, about, website, links } }: { profile: KeptProfile }) {
  const t = useTranslations('settings.profile')
  const words = (text: string) => <span className="block text-left whitespace-pre-line [overflow-wrap:anywhere]">{text}</span>
  return (
    <>
      <FactList
        facts={[
          [t('name'), names.en],
          names.ja === null ? null : [t('nameJa'), names.ja],
          about === null ? null : [t('about'), words(about.en)],
          about === null ? null : [t('aboutJa'), words(about.ja)],
          website === null ? null : [t('website'), words(website)],
          ...links.map(({ kind, url }) => [t(`kind.${kind}`), words(url)] as const),
        ]}
      />
      <p className="mt-3 text-sm text-faint">{t('readOnly')}</p>
    </>
  )
}
