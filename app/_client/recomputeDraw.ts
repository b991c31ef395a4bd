import { createClient, http } from 'viem'
import { getBlock } from 'viem/actions'
import type { Draw } from '#app/_data/views.ts'
import { checkDraw, type PublishedWinner } from '#server/quests/draw/checkDraw.ts'

/** `unread`: L2 did not answer from here. */
export type Finding = 'agrees' | 'differs' | 'unread'
export const drawQuestions = ['commitment', 'block', 'entrants', 'tickets', 'winners'] as const
export type DrawQuestion = (typeof drawQuestions)[number]

/** Computes a draw again in this browser, from the published lists and a block that it reads from L2. Throws when the lists cannot be read. */
export async function recomputeDraw(draw: Draw, l2Url: string, tell: (question: DrawQuestion, finding: Finding) => void): Promise<void> {
  const { drawn } = draw
  if (!drawn) return
  const block = blockFinding(draw, l2Url).then((finding) => tell('block', finding))
  const [entrants, winners] = await Promise.all([
    readList<{ credential: number }>(draw.slug, 'entrants'),
    readList<PublishedWinner>(draw.slug, 'winners'),
  ])
  const found = checkDraw(
    {
      commitment: draw.commitment,
      seed: drawn.seed,
      blockHash: drawn.block.hash,
      questIndex: draw.questIndex,
      entrants: drawn.entrants,
      places: draw.tiers.reduce((sum, { places }) => sum + places, 0),
    },
    entrants.map(({ credential }) => credential),
    winners,
  )
  for (const question of ['commitment', 'entrants', 'tickets', 'winners'] as const) tell(question, found[question] ? 'agrees' : 'differs')
  await block
}

/** The first block from the time of the draw on: its hash, its time and that of the block before. */
async function blockFinding({ drawn, drawsAt }: Draw, l2Url: string): Promise<Finding> {
  if (!drawn) return 'unread'
  try {
    const client = createClient({ transport: http(l2Url, { retryCount: 2, timeout: 10_000 }) })
    const at = BigInt(Date.parse(drawsAt) / 1000)
    const number = BigInt(drawn.block.number)
    const [block, before] = await Promise.all([
      getBlock(client, { blockNumber: number }),
      number === 0n ? null : getBlock(client, { blockNumber: number - 1n }),
    ])
    const first = block.timestamp >= at && (before === null || before.timestamp < at)
    return first && block.hash === drawn.block.hash ? 'agrees' : 'differs'
  } catch {
    // Whatever kept L2 from answering: nothing is known of the block then.
    return 'unread'
  }
}

/** The whole list, part by part. */
async function readList<T>(slug: string, list: 'entrants' | 'winners'): Promise<T[]> {
  const all: T[] = []
  for (let after = ''; ; ) {
    const answer = await fetch(`/api/draws/${slug}/${list}${after}`)
    if (!answer.ok) throw new Error(`the list answered ${answer.status}`)
    const { items, next } = (await answer.json()) as { items: T[]; next: number | null }
    for (const item of items) all.push(item)
    if (next === null) return all
    after = `?after=${next}`
  }
}
