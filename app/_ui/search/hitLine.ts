import { useLocale, useTranslations } from 'next-intl'
import type { SearchHit } from '#app/_data/views.ts'
import { shorten } from '#app/_ui/base/shorten.ts'
import { say } from '#app/_ui/say.ts'
import { networkNames, walletAddress, walletNamespace } from '#app/_ui/wallet/walletWords.ts'
import { hitHref, hitId } from './hits.ts'

/** One line of a list of results. */
export type HitLine = { id: string; href: string; title: string; note: string }

/** Puts what was found into words, in the reader's language. */
export function useHitLine(): (hit: SearchHit) => HitLine {
  const t = useTranslations('search')
  const tState = useTranslations('state')
  const locale = useLocale()
  const wallet = (id: string) => shorten(walletAddress(id), 6, 4)
  const words = (hit: SearchHit): Pick<HitLine, 'title' | 'note'> => {
    switch (hit.kind) {
      case 'quest':
        return { title: say(hit.title, locale), note: hit.ended ? t('note.ended', { space: hit.space }) : hit.space }
      case 'space':
        return { title: hit.name, note: t('note.quests', { count: hit.quests }) }
      case 'member':
        return {
          title: hit.handle ?? wallet(hit.wallet),
          note: `${hit.handle === null ? networkNames[walletNamespace(hit.wallet)] : wallet(hit.wallet)} · ${t('note.cubes', { count: hit.cubes })}`,
        }
      case 'credential':
        return {
          title: say(hit.quest.title, locale),
          note: t('note.credential', { index: String(hit.index), holder: hit.holder.handle ?? wallet(hit.holder.wallet) }),
        }
      case 'batch':
        return { title: t('note.batch', { number: String(hit.number) }), note: t(`note.status.${hit.status}`) }
      case 'tx':
        return {
          title: shorten(hit.hash, 10, 8),
          note: `${t(`note.role.${hit.role}`)} · ${hit.batch === null ? t('note.waiting') : tState('inBatch', { number: String(hit.batch) })}`,
        }
    }
  }
  return (hit) => ({ id: hitId(hit), href: hitHref(hit), ...words(hit) })
}
