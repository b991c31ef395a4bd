import { useFormatter, useTranslations } from 'next-intl'
import type { CredentialRecord } from '#app/_data/views.ts'
import { Cube } from '#app/_ui/credential/Cube.tsx'
import { rarityOf } from '#app/_ui/credential/rarity.ts'
import { stoneOf } from '#app/_ui/credential/stoneOf.ts'
import { ShareButton } from '#app/_ui/share/ShareButton.tsx'

type Props = {
  record: CredentialRecord
  /** In the reader's language. */
  title: string
  /** Whole address of the page. */
  url: string
  /** It no longer counts: the stone stands there without its colours. */
  faded: boolean
}

/** The stone, large, with what is rare about it. */
export function StonePanel({ record, title, url, faded }: Props) {
  const t = useTranslations('credential')
  const tShare = useTranslations('share')
  const format = useFormatter()
  const rarity = rarityOf(record.serial)
  return (
    <div className="slab bg-sunken px-6 pt-10 pb-6 text-center">
      <Cube
        {...stoneOf(record)}
        className={`mx-auto w-full max-w-64 animate-arrive ${faded ? 'opacity-55 grayscale' : ''}`}
        label={t('stone', { quest: title })}
      />
      {record.serial !== null && (
        <p className="mt-7 text-lg font-semibold">
          {t('serialOf', { serial: format.number(record.serial + 1), supply: format.number(record.supply) })}
        </p>
      )}
      {rarity !== 'plain' && <p className="mt-0.5 text-[0.9375rem] font-medium text-accent-text">{t(`rarity.${rarity}`)}</p>}
      <div className="mt-6">
        <ShareButton
          url={url}
          title={tShare('shareCube', { quest: title })}
          words={{ share: tShare('share'), copied: tShare('copied'), failed: tShare('failed') }}
          className="w-full"
        />
      </div>
    </div>
  )
}
