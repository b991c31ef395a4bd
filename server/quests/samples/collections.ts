import type { NewCollection, NewSeason } from '../collections/createCollection.ts'

/** What the sample quests are grouped by. Learning paths go from what needs nothing to what needs most. */
export const sampleCollections: NewCollection[] = [
  {
    slug: 'first-stones',
    kind: 'path',
    title: { en: 'Your first stones', ja: '最初の石を積む' },
    summary: {
      en: 'Learn what a CUBE is, then earn two by acting: wrap some ether, and trade it.',
      ja: 'CUBE とは何かを学び、行動して二つ獲得します。まずイーサをラップし、次に取引します。',
    },
    quests: ['learn-cairn', 'wrap-and-hold', 'uniswap-swap'],
  },
  {
    slug: 'across-chains',
    kind: 'path',
    title: { en: 'Across chains', ja: 'チェーンを越えて' },
    summary: {
      en: 'Make a statement on one chain, then let one credential tell of two worlds.',
      ja: '一つのチェーンで述べ、次に二つの世界を一つの証明にまとめます。',
    },
    quests: ['attest', 'two-worlds'],
  },
  {
    slug: 'real-contracts',
    kind: 'collection',
    title: { en: 'On original contracts', ja: '本物のコントラクトで' },
    summary: {
      en: 'Uniswap V3, WETH9 and the Ethereum Attestation Service, as they are deployed everywhere.',
      ja: 'Uniswap V3、WETH9、Ethereum Attestation Service を、各地で使われているそのままの形で。',
    },
    quests: ['uniswap-swap', 'wrap-and-hold', 'attest'],
  },
]

const seasonMs = 90 * 24 * 3_600_000

/** The first season of the local stack: ninety days from when the sample quests open. */
export const sampleSeason = (startsAt: Date): NewSeason => ({
  slug: 'season-1',
  title: { en: 'Season one', ja: 'シーズン 1' },
  summary: {
    en: 'Every sample quest that you complete while the season runs counts once, with its points.',
    ja: 'シーズン中に達成したサンプルクエストが、それぞれ一度だけ、そのポイントで数えられます。',
  },
  quests: ['learn-cairn', 'wrap-and-hold', 'uniswap-swap', 'attest', 'two-worlds'],
  startsAt,
  endsAt: new Date(startsAt.getTime() + seasonMs),
})
