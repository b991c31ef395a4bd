import { ed25519 } from '@noble/curves/ed25519.js'
import { base58 } from '@scure/base'
import { type Abi, decodeFunctionData, encodeFunctionResult, type Hex } from 'viem'
import { beforeAll, describe, expect, it } from 'vitest'
import { localL2 } from '#chains/definitions/local-l2.ts'
import type { Block, EvmReader, Head } from '#chains/reader.ts'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import { createCubeFiles } from '#server/credentials/cubeFilesClient.ts'
import { hashData } from '#server/credentials/verify/dataIntegrity.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { canonicalJson } from '#server/shared/canonical.ts'
import { createBlockTimes } from '#server/verify/evidence/blockTimeClient.ts'
import type { CubeFileQuery } from '#server/verify/query.ts'
import { expiresAfter, exportedFixture, holders, key, now, slotDomain } from './exportedFixture.ts'

let fixture: Awaited<ReturnType<typeof exportedFixture>>
beforeAll(async () => {
  fixture = await exportedFixture()
})

/** L2 with the slot's last batch final, at this time. */
function open() {
  const { batch } = fixture.slot.state
  const [root, none] = [toHex32(fixture.slot.state.root()), toHex32(0n)]
  const answer = (data: Hex): Hex => {
    const { functionName, args = [] } = decodeFunctionData({ abi: rollupAbi as Abi, data })
    const known = args[0] === BigInt(batch)
    const head = { root, number: BigInt(batch), timestamp: 0n, inboxIndex: 0n }
    const result = functionName === 'finalHead' ? head : [known, known ? root : none, 0n]
    return encodeFunctionResult({ abi: rollupAbi as Abi, functionName, result: result as never })
  }
  const reader = {
    vm: 'evm',
    chain: localL2,
    operator: 'fake',
    state: async (reads: { data: Hex }[]) => reads.map(({ data }) => answer(data)),
  } as unknown as EvmReader
  const files = createCubeFiles(fastHasher)(reader, createBlockTimes(reader as never))
  return (document: object, time = now + 100) => {
    const block: Block = { number: 9n, hash: `0x${'09'.repeat(32)}`, parentHash: '0x', time }
    const head: Head = { latest: block, safe: block, finalized: block }
    const query: CubeFileQuery = {
      ...{ type: 'evm.cube', chain: localL2.id, rollup: slotDomain.rollup, at: 'finalized' },
      document: canonicalJson(document),
    }
    return files.read(query, head)
  }
}

/** The document with a signature that ends at a time. */
function ending(document: Record<string, unknown>, expires: string): Record<string, unknown> {
  const { proof, ...unsigned } = document
  const { proofValue: _, ...options }: Record<string, unknown> = { ...(proof as object), expires }
  const value = `z${base58.encode(ed25519.sign(hashData(unsigned, options), key.seed))}`
  return { ...unsigned, proof: { ...options, proofValue: value } }
}
const iso = (seconds: number) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`

describe('the file of a CUBE, read at one endpoint', () => {
  it('gives what the slot proves, and not what its words say', async () => {
    const { evm = {}, solana } = fixture
    const record = await open()(evm ?? {})
    expect(record).toMatchObject({
      ...{ credentialId: (evm as { id: string }).id, name: 'Swap', quest: 0, category: 'nft', holder: holders[0], final: true },
      answers: { signature: 'signature.ok', inclusion: 'inclusion.ok', notRevoked: 'revocation.none', notExpired: 'expiry.ok' },
    })
    expect((await open()(solana ?? {})).holder).toBe(holders[1])
  })

  it('looks at time anew each time: expiry, and the end of a signature', async () => {
    const read = open()
    const document = fixture.evm ?? {}
    expect((await read(document)).answers.notExpired).toBe('expiry.ok')
    expect((await read(document, now + expiresAfter + 1)).answers.notExpired).toBe('expiry.expired')
    const short = ending(document, iso(now + 200))
    expect((await read(short)).answers.signature).toBe('signature.ok')
    expect((await read(short, now + 300)).answers.signature).toBe('signature.expired')
    expect((await read(short)).answers.signature).toBe('signature.ok')
  })

  it.each(['null', '7', '[]', '{}', 'no JSON'])('refuses %s', async (text) => {
    const files = createCubeFiles(fastHasher)({ chain: localL2 } as never, {} as never)
    const block: Block = { number: 9n, hash: '0x', parentHash: '0x', time: now }
    const query = { type: 'evm.cube', chain: localL2.id, rollup: slotDomain.rollup, at: 'latest', document: text } as const
    await expect(files.read(query, { latest: block, safe: block, finalized: block })).rejects.toMatchObject({ code: 'credential.invalid' })
  })
})
