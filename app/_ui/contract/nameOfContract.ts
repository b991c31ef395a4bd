import type { SpaceContract } from '#app/_data/views.ts'
import { shorten } from '#app/_ui/base/shorten.ts'

/** What a contract is called: by its source where that is known, of a proxy by what stands behind it; else its address in short. */
export function nameOfContract({ address, origins }: Pick<SpaceContract, 'address' | 'origins'>): string {
  const name = origins.findLast((origin) => origin.name !== null)?.name
  return name ? `${name} (${shorten(address, 6, 4)})` : shorten(address, 10, 8)
}
