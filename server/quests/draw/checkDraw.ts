import type { Hex } from '#server/shared/bytes.ts'
import { commitmentOf, drawWinners, type Ticket } from './draw.ts'

/** A draw as it is published. `seed` and `commitment` are null where nothing is drawn: ranked tiers. */
export type PublishedDraw = {
  commitment: string | null
  seed: string | null
  blockHash: string
  questIndex: number
  entrants: number
  places: number
}

/** A winner as it is published, best first. */
export type PublishedWinner = { credential: number; ticket: string | null }

/** What was recomputed, and whether it agrees with what is published. */
export type DrawCheck = { commitment: boolean; entrants: boolean; tickets: boolean; winners: boolean }

/**
 * Computes a whole draw again from what is published and compares. Of ranked tiers there is neither a commitment nor a ticket: both agree when none is
 * published. Throws `input.invalid` for a published seed, hash or index that is none.
 */
export function checkDraw(draw: PublishedDraw, entrants: readonly number[], winners: readonly PublishedWinner[]): DrawCheck {
  const rising = entrants.every((credential, i) => i === 0 || credential > (entrants[i - 1] ?? 0))
  const again = computeAgain(draw, entrants)
  return {
    commitment: draw.seed === null ? draw.commitment === null : commitmentOf(draw.seed as Hex) === draw.commitment,
    entrants: rising && entrants.length === draw.entrants,
    tickets: winners.every(({ ticket }, i) => ticket === (again[i]?.ticket ?? null)),
    winners: winners.length === again.length && winners.every(({ credential }, i) => credential === again[i]?.credential),
  }
}

function computeAgain({ seed, blockHash, questIndex, places }: PublishedDraw, entrants: readonly number[]): (Ticket | Unticketed)[] {
  if (seed === null) return entrants.slice(0, places).map((credential) => ({ credential, ticket: null }))
  return drawWinners({ seed: seed as Hex, blockHash: blockHash as Hex, quest: questIndex }, entrants, places)
}

type Unticketed = { credential: number; ticket: null }
