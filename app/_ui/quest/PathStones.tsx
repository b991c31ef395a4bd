import type { CollectionCard } from '#app/_data/views.ts'
import { Cube } from '#app/_ui/credential/Cube.tsx'

type Props = {
  stones: CollectionCard['stones']
  /** Drawn along a line, as a way from one to the next. */
  joined: boolean
}

/** More stones than these would be too small to see. */
const shown = 7

/** The quests of a collection as stones in a row: rock where the reader has done them, an outline where not. Decoration: the words are beside it. */
export function PathStones({ stones, joined }: Props) {
  return (
    <div className="flex items-center" aria-hidden="true">
      {stones.slice(0, shown).map(({ quest, category, done }, i) => (
        <span key={quest} className="flex items-center">
          {i > 0 && <span className={joined ? 'mx-1 w-5 border-t-2 border-dotted border-edge sm:mx-1.5 sm:w-8' : 'w-1.5'} />}
          <Cube quest={quest} category={category} holder="" solidity={done ? 1 : 0.12} className="h-12 sm:h-14" />
        </span>
      ))}
    </div>
  )
}
