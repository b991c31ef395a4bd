/** How early a credential is among those of its quest: what its stone is gilded by. The order is from the plainest to the rarest. */
export const rarities = ['plain', 'hundred', 'ten', 'first'] as const
export type Rarity = (typeof rarities)[number]

/** By the serial in the quest, from 0. One that has none yet is plain: nobody knows how early it will be. */
export function rarityOf(serial: number | null | undefined): Rarity {
  if (serial === null || serial === undefined || serial >= 100) return 'plain'
  if (serial === 0) return 'first'
  return serial < 10 ? 'ten' : 'hundred'
}
