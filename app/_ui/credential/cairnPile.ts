/** Where a stone of the pile lies, and how large it is beside those at the foot. Row 0 is the foot. */
export type Place = { x: number; y: number; size: number; row: number }

/** x, y, width, height. */
export type Box = { x: number; y: number; width: number; height: number }

export type Pile = {
  /** From the foot up, each row from left to right: the oldest stone lies first. */
  places: Place[]
  /** Where the stone to come will lie. */
  next: Place
}

const edgeWidth = 173.2
/** Up to here every stone lies in a notch of the row below: a wall of seven, six, five … Larger piles are heaped. */
const mostLaid = 28

/**
 * A cairn of so many stones: wide and heavy at the foot, single stones on top. Every row stands one step behind the row below it, so each stone shows its
 * top; paint the highest row first.
 */
export function cairnPile(count: number): Pile {
  const rows = count <= mostLaid ? laid(count) : heaped(count)
  const places: Place[] = []
  let base = 0
  for (const [row, { stones, notches, from }] of rows.entries()) {
    const size = sizeOf(row, rows.length)
    const below = rows[row - 1]
    const larger = row === 0 ? 0 : sizeOf(row - 1, rows.length)
    // The foot of a stone stands level with the notches between the stones below it, or deeper, so that nothing shines through.
    base = below ? base - 50 * larger - 100 * size + sinkOf({ notches, below: below.notches, shrunk: larger - size }) : 0
    for (let i = 0; i < stones; i++) places.push({ x: (from + i - (notches - 1) / 2) * edgeWidth * size, y: base, size, row })
  }
  return { places, next: nextPlace(places, rows.at(-1)) }
}

/** What places take up, with the shadow on the ground. */
export function boxOf(places: readonly Place[]): Box {
  const half = Math.max(...places.map(({ x, size }) => Math.abs(x) + 92 * size)) + 12
  const top = Math.min(...places.map(({ y, size }) => y - 106 * size))
  return { x: -half, y: top, width: 2 * half, height: 118 - top }
}

/** `notches`: places of the row, `stones` of which are taken from place `from` on. */
type Row = { stones: number; notches: number; from: number }

const full = (stones: number): Row => ({ stones, notches: stones, from: 0 })

/** Rows of which each has one place less than the one below; the topmost is filled from its middle. */
function laid(count: number): Row[] {
  if (count <= 2) return Array.from({ length: count }, () => full(1))
  let notches = 1
  while ((notches * (notches + 1)) / 2 < count) notches++
  const rows: Row[] = []
  for (let left = count; left > 0; notches--) {
    const stones = Math.min(left, notches)
    rows.push({ stones, notches, from: Math.floor((notches - stones) / 2) })
    left -= stones
  }
  return rows
}

/** Rows that taper like a heap of stones: whole numbers nearest to each row's share, none wider than the one below. */
function heaped(count: number): Row[] {
  const height = Math.round(1.2 * Math.sqrt(count))
  const weights = Array.from({ length: height }, (_, row) => (1 - ((row + 0.5) / height) ** 1.25) / sizeOf(row, height))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const shares = weights.map((weight) => (count * weight) / total)
  const rows = shares.map((share) => Math.max(1, Math.floor(share)))
  for (let missing = count - rows.reduce((sum, wide) => sum + wide, 0); missing > 0; missing--) {
    const lacks = rows.map((wide, i) => (i === 0 || wide < (rows[i - 1] ?? 0) ? (shares[i] ?? 0) - wide : Number.NEGATIVE_INFINITY))
    const at = lacks.indexOf(Math.max(...lacks))
    rows[at] = (rows[at] ?? 0) + 1
  }
  return rows.map(full)
}

/** Stones at the foot are the largest; the more rows, the more so. */
const sizeOf = (row: number, rows: number) => (rows === 1 ? 1 : 1 - Math.min(0.34, 0.045 * rows) * (row / (rows - 1)) ** 1.2)

/** How much deeper a row must stand than level: where two of its stones meet, the stones below must reach up to them. `shrunk`: how much smaller it is. */
function sinkOf({ notches, below, shrunk }: { notches: number; below: number; shrunk: number }): number {
  if (notches < 2) return 0
  // Stones of rows that differ by an odd number meet above a stone, the others above a notch; the smaller they are, the farther they have moved.
  const apart = (below - notches) % 2 === 0 ? edgeWidth / 2 : (notches / 2 - 1) * edgeWidth * shrunk
  return Math.min(50, apart * 0.577)
}

/** Beside the last stone where its row has room, else on top of the row. */
function nextPlace(places: readonly Place[], top: Row | undefined): Place {
  const last = places.at(-1)
  if (!last || !top) return { x: 0, y: 0, size: 1, row: 0 }
  if (top.from + top.stones < top.notches) return { ...last, x: last.x + edgeWidth * last.size }
  const first = places.at(-top.stones) ?? last
  const size = 0.9 * last.size
  return { x: (first.x + last.x) / 2, y: last.y - 50 * last.size - 100 * size, size, row: last.row + 1 }
}
