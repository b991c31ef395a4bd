import type { CredentialRecord } from '#app/_data/views.ts'
import { shorten } from '#app/_ui/base/shorten.ts'
import { cubeArt } from '#app/_ui/credential/cubeArt.ts'
import { type Category, isCategory } from '#app/_ui/credential/mineral.ts'
import { type Rarity, rarityOf } from '#app/_ui/credential/rarity.ts'
import { type Standing, standingOf } from '#app/_ui/credential/standing.ts'
import { stoneOf } from '#app/_ui/credential/stoneOf.ts'
import { say } from '#app/_ui/say.ts'
import { walletAddress } from '#app/_ui/wallet/walletWords.ts'
import type { ShareTexts } from './shareTexts.ts'

/** A credential in the words of one language, as badge, card and picture show it. Texts are as people wrote them: not escaped, not cut. */
export type ShownCredential = {
  index: number
  title: string
  holder: string
  category: Category
  rarity: Rarity
  standing: Standing
  /** The standing in words. */
  stands: string
  serial: string | null
  points: string
  art: ReturnType<typeof cubeArt>
}

/** A member's name: the handle, or the wallet's two ends. */
export const nameOf = (handle: string | null, wallet: string): string => handle ?? shorten(walletAddress(wallet), 6, 4)

/** `now`: milliseconds. */
export function showCredential(record: CredentialRecord, { locale, t, state, format }: ShareTexts, now: number): ShownCredential {
  const standing = standingOf(record, now)
  const { solidity, ...seed } = stoneOf(record)
  return {
    index: record.index ?? 0,
    title: say(record.quest.title, locale),
    holder: nameOf(record.holder.handle, record.holder.wallet),
    category: isCategory(record.quest.category) ? record.quest.category : 'infrastructure',
    rarity: rarityOf(record.serial),
    standing,
    stands: standing === 'batched' && record.batch !== null ? state('inBatch', { number: String(record.batch) }) : state(wordOf(standing)),
    serial:
      record.serial === null ? null : t('serialOf', { serial: format.number(record.serial + 1), supply: format.number(record.supply) }),
    points: t('points', { count: record.quest.points }),
    art: cubeArt(seed, { solidity }),
  }
}

const wordOf = (standing: Standing) => (standing === 'refused' ? 'refusedShort' : standing)
