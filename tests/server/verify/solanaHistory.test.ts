import { base58 } from '@scure/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solanaLocal } from '#chains/definitions/solana-local.ts'
import type { Block, Head, SolanaReader } from '#chains/reader.ts'
import { readLimits } from '#server/verify/evidence/items.ts'
import { createHistoryPart } from '#server/verify/evidence/solanaHistoryClient.ts'
import type { SolanaTransactionsQuery } from '#server/verify/query.ts'
import { solMe, solOther } from './kinds/cases.ts'

type Entry = { signature: string; slot: bigint }

/** A ledger in memory: one transfer of the member per entry. Counts how often each transaction was read when it was final. */
function ledgerOf(entries: () => readonly Entry[], finalized: () => bigint) {
  const finalReads = new Map<string, number>()
  const blockAt = (number: bigint): Block => ({ number, hash: `h${number}`, parentHash: '', time: Number(number) })
  const reader: Pick<SolanaReader, 'vm' | 'chain' | 'operator' | 'signatures' | 'fullTransaction' | 'block'> = {
    vm: 'solana',
    chain: solanaLocal,
    operator: 'own',
    block: async (at) => blockAt(at),
    async signatures(_address, { limit, before, until }) {
      const newestFirst = entries().toReversed()
      const from = before === undefined ? 0 : newestFirst.findIndex(({ signature }) => signature === before) + 1
      const end = until === undefined ? -1 : newestFirst.findIndex(({ signature }) => signature === until)
      const page = newestFirst.slice(from, end === -1 ? undefined : end).slice(0, limit)
      return page.map(({ signature, slot }) => ({ signature, slot, time: Number(slot), failed: false }))
    },
    async fullTransaction(signature) {
      const found = entries().find((entry) => entry.signature === signature)
      if (!found) return null
      if (found.slot <= finalized()) finalReads.set(signature, (finalReads.get(signature) ?? 0) + 1)
      return {
        hash: signature,
        block: { number: found.slot, hash: `h${found.slot}` },
        success: true,
        signers: [solMe],
        writable: [],
        instructions: [],
        transfers: [{ source: solMe, destination: solOther, amount: 1n }],
        changes: [],
      }
    },
  }
  return { reader: reader as SolanaReader, finalReads, blockAt }
}

const query: SolanaTransactionsQuery = { type: 'solana.transactions', chain: solanaLocal.id, wallet: solMe, programs: [] }

describe('history of a wallet', () => {
  it('holds what the ledger holds, whatever happens above finality, and reads final transactions once', async () => {
    const step = fc.record({
      grow: fc.integer({ min: 0, max: 6 }),
      reorg: fc.integer({ min: 0, max: 5 }),
      finalize: fc.integer({ min: 0, max: 6 }),
      each: fc.integer({ min: 0, max: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        let slots = 0
        let finalized = 0
        let fork = 0
        let entries: Entry[] = []
        const { reader, finalReads, blockAt } = ledgerOf(
          () => entries,
          () => BigInt(finalized),
        )
        const limits = { ...readLimits, records: 12 }
        const part = createHistoryPart(reader, limits)
        for (const { grow, reorg, finalize, each } of steps) {
          const kept = Math.max(finalized, slots - reorg)
          entries = entries.filter(({ slot }) => slot <= BigInt(kept))
          fork++
          for (let slot = kept + 1; slot <= slots + grow; slot++)
            for (let n = 0; n < each; n++) entries.push({ signature: `${slot}/${fork}/${n}`, slot: BigInt(slot) })
          slots += grow
          finalized = Math.min(slots, finalized + finalize)
          const [latest, final] = [blockAt(BigInt(slots)), blockAt(BigInt(finalized))]
          const head: Head = { latest, safe: latest, finalized: final }
          const [answered] = await part.read([query], head)
          const item = answered?.item
          if (item?.query.type !== 'solana.transactions') throw new Error('no item')
          const found = item.records.map((record) => ('txHash' in record ? record.txHash : ''))
          // The oldest first, without a gap, and complete only when all of it is there.
          expect(found).toEqual(entries.slice(0, found.length).map(({ signature }) => signature))
          if (item.complete) expect(found.length).toBe(entries.length)
        }
        for (const times of finalReads.values()) expect(times).toBe(1)
      }),
    )
  })

  it('reads a long history in passes of bounded size', async () => {
    const entries = Array.from({ length: 2500 }, (_, index) => ({ signature: `s${index}`, slot: BigInt(index + 1) }))
    const { reader, finalReads, blockAt } = ledgerOf(
      () => entries,
      () => 2500n,
    )
    const part = createHistoryPart(reader, { ...readLimits, records: 1000 })
    const block = blockAt(2500n)
    const head: Head = { latest: block, safe: block, finalized: block }
    const late = { ...query, fromBlock: '2400' }
    const read = async (asked: SolanaTransactionsQuery) => (await part.read([asked], head))[0]?.item
    expect(await read(late)).toMatchObject({ complete: true, toBlock: '2500' })
    expect(finalReads.size).toBe(101)
    // A window that opens earlier begins anew; each pass gets on by a thousand.
    expect(await read(query)).toMatchObject({ complete: false, toBlock: '999' })
    expect(await read(query)).toMatchObject({ complete: false, toBlock: '1999' })
    expect(finalReads.size).toBe(2101)
  })

  it('keeps what a member pasted though it is older, or signed by somebody else, and nothing else of that', async () => {
    const [old, other] = [1, 2].map((byte) => base58.encode(new Uint8Array(64).fill(byte)))
    if (old === undefined || other === undefined) throw new Error('no signatures')
    const { reader, blockAt } = ledgerOf(
      () => [old, other].map((signature) => ({ signature, slot: 5n })),
      () => 9n,
    )
    const calls = { index: 0, depth: 1, programId: solOther, accounts: [], data: '0x' }
    const ledger: SolanaReader = {
      ...reader,
      async fullTransaction(signature) {
        const found = await reader.fullTransaction(signature)
        return found && { ...found, instructions: [calls], signers: signature === other ? [solOther] : [solMe] }
      },
    }
    const block = blockAt(9n)
    const read = async (asked: Partial<SolanaTransactionsQuery>) => {
      const [answered] = await createHistoryPart(ledger, readLimits).read([{ ...query, programs: [solOther], ...asked }], {
        latest: block,
        safe: block,
        finalized: block,
      })
      return answered?.item.records.map((record) => ('txHash' in record ? record.txHash : ''))
    }
    expect(await read({})).toEqual([old])
    expect(await read({ hashes: [old, other] })).toEqual([old, other])
    expect(await read({ fromBlock: '6' })).toEqual([])
    expect(await read({ fromBlock: '6', hashes: [old, other] })).toEqual([old, other])
    expect(await read({ fromBlock: '6', hashes: [old], programs: [solMe] })).toEqual([])
  })

  it('says which wallet cannot be read and answers the others', async () => {
    const { reader, blockAt } = ledgerOf(
      () => [{ signature: 'a', slot: 1n }],
      () => 1n,
    )
    const broken: SolanaReader = {
      ...reader,
      signatures: (address, options) => (address === solOther ? Promise.reject(new Error('broken')) : reader.signatures(address, options)),
    }
    const block = blockAt(1n)
    const answered = await createHistoryPart(broken, readLimits).read([query, { ...query, wallet: solOther }], {
      latest: block,
      safe: block,
      finalized: block,
    })
    expect(answered.map(({ item }) => item.problem?.retryable ?? item.records.length)).toEqual([1, true])
  })
})
