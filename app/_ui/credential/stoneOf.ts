import type { CredentialView } from '#app/_data/views.ts'
import type { CubeSeed } from './cubeArt.ts'
import { solidityOf } from './lifecycle.ts'
import { isCategory } from './mineral.ts'

/** The stone of a credential, the same wherever and whenever it is drawn: it follows the wallet of the mint. */
export function stoneOf({ quest, holder, serial, state }: CredentialView): CubeSeed & { solidity: number } {
  return {
    quest: quest.slug,
    category: isCategory(quest.category) ? quest.category : 'infrastructure',
    holder: holder.mintedTo,
    serial,
    solidity: solidityOf(state),
  }
}
