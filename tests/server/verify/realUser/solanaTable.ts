import type { KeyPairSigner } from '@solana/kit'
import type { SolanaWorld } from '../solanaWorld.ts'

/** What a fresh member does, and the signature of the transaction that he would paste. */
export type Act = (me: KeyPairSigner) => Promise<string>

/** Says: the first sentence of the trace, whole. `early`: done before the rule's window opens. `pasted`: the member pastes the transaction. */
export type NearMiss = { what: string; does: Act; says: string | RegExp; early?: true; pasted?: true }

/** One action of a member: the rule about it, what is right, and what comes close and is not. */
export type Row = { action: string; rule: { kind: string; params: object; window?: object }; right: Act; nearMisses: readonly NearMiss[] }

type Way = { does: Act; early?: true; pasted?: true }
export type Verdict = { status: string; first: string | undefined }

/**
 * A member of his own does each way of each row, the early ones before the slot at which windows open; then all are judged at once. Within a row the right
 * way comes last. `rowsAt`: the rows for windows that open at a slot.
 */
export async function play(world: SolanaWorld, rowsAt: (opened: bigint) => readonly Row[]) {
  const done = new Map<string, { me: KeyPairSigner; hashes: string[] }>()
  const act = async (key: string, { does, pasted }: Way) => {
    const me = await world.member()
    const signature = await does(me).catch((cause: unknown) => Promise.reject(new Error(`${key} cannot be done`, { cause })))
    done.set(key, { me, hashes: pasted ? [signature] : [] })
  }
  const inTurn = async (row: Row, early: boolean) => {
    for (const [key, way] of waysOf(row)) if ((way.early ?? false) === early) await act(key, way)
  }
  await Promise.all(rowsAt(0n).map((row) => inTurn(row, true)))
  await world.settle()
  const opened = (await world.rpc.getSlot({ commitment: 'finalized' }).send()) + 1n
  const rows = rowsAt(opened)
  await Promise.all(rows.map((row) => inTurn(row, false)))
  await world.settle()

  const judged = rows.flatMap((row) =>
    waysOf(row).map(async ([key]): Promise<[string, Verdict]> => {
      const { me, hashes } = done.get(key) ?? { hashes: [] }
      if (!me) throw new Error(`nobody did ${key}`)
      const { status, said, next } = await world.judge(row.rule, [me.address], hashes)
      return [key, { status, first: said[0] ?? next }]
    }),
  )
  return { rows, verdicts: new Map(await Promise.all(judged)) }
}

export const keyOf = ({ action }: Row, what: string) => `${action}: ${what}`

const waysOf = (row: Row): [string, Way][] => [
  ...row.nearMisses.map((miss): [string, Way] => [keyOf(row, miss.what), miss]),
  [keyOf(row, 'right'), { does: row.right }],
]
