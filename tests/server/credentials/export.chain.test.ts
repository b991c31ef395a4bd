import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { credentials, rollupTxs } from '#drizzle/schema/index.ts'
import { openL2Reader } from '#server/credentials/verify/l2Client.ts'
import { verifyFile } from '#server/credentials/verifyFile.ts'
import { seconds, startExportingSlot } from './exportingSlot.ts'

const holders = ['eip155:0x1111111111111111111111111111111111111111', 'solana:4zvwRjXUKGfvwnParsHAS3HuSVzV5cA4McphgmoCtajS']

let world: Awaited<ReturnType<typeof startExportingSlot>>
let folder: string
beforeAll(async () => {
  world = await startExportingSlot()
  folder = await mkdtemp(join(tmpdir(), 'cairn-export-'))
})
afterAll(async () => {
  await world.stop()
  await rm(folder, { recursive: true, force: true })
})

async function verify(document: unknown, rollup = world.slot.addresses.rollup) {
  const path = join(folder, 'credential.json')
  await writeFile(path, JSON.stringify(document, null, 2))
  const result = await verifyFile({ path, rpcUrl: world.slot.anvil.url, rollup, now: seconds() })
  return [result.signature, result.inclusion, result.notRevoked, result.notExpired].map(({ code }) => code)
}
const allGood = ['signature.ok', 'inclusion.ok', 'revocation.none', 'expiry.ok']

test('credentials of a proven batch verify from their files and L2 alone, also after later batches', async () => {
  const { database, complete, run, exportAt } = world
  for (const [i, wallet] of holders.entries()) await complete(wallet, i + 1)
  await run()
  const rows = await database.db.select().from(credentials)
  const indices = rows.map(({ slotIndex }) => slotIndex ?? -1)
  const documents = await Promise.all(indices.map(exportAt))
  for (const document of documents) expect(await verify(document)).toEqual(allGood)
  expect(new Set(documents.map((document) => (document?.credentialSubject as { id: string } | undefined)?.id)).size).toBe(2)

  await complete('eip155:0x2222222222222222222222222222222222222222', 3)
  await run()
  expect(await verify(documents[0])).toEqual(allGood)
  const renewed = await exportAt(indices[0] ?? -1)
  const describe = (document: typeof renewed) => (document?.evidence as [{ description: string }] | undefined)?.[0].description
  expect(describe(renewed)).toBeDefined()
  expect(describe(renewed)).not.toBe(describe(documents[0] ?? null))
  expect(await verify(renewed)).toEqual(allGood)
})

test('another contract, a batch that is not final and a changed file are told apart', async () => {
  const { database, slot, exportAt } = world
  const [row] = await database.db.select().from(credentials)
  const document = await exportAt(row?.slotIndex ?? -1)
  expect((await verify(document, `0x${'12'.repeat(20)}`))[1]).toBe('inclusion.other-slot')
  expect((await verify({ ...document, name: 'Swop' }))[0]).toBe('signature.mismatch')
  const reader = await openL2Reader(slot.anvil.url, slot.addresses.rollup)
  const root = `0x${'01'.repeat(32)}` as const
  expect(await reader.finalRoot(root, 1)).toBeNull()
  expect(await reader.finalRoot(root, 999)).toBeNull()
  await expect(openL2Reader('http://127.0.0.1:9', slot.addresses.rollup)).rejects.toMatchObject({ code: 'chain.unreachable' })
})

test('a credential in no final batch has no document', async () => {
  const { database, slot, complete, noteSealed, exportAt } = world
  await complete('eip155:0x3333333333333333333333333333333333333333', 4)
  while (await slot.sequencer.sealNext());
  await noteSealed(slot.sealed.length - 1)
  const open = (await database.db.select({ id: credentials.slotIndex }).from(credentials)).map(({ id }) => id ?? -1)
  expect(await database.db.$count(rollupTxs)).toBeGreaterThan(4)
  expect(await exportAt(Math.max(...open))).toBeNull()
  expect(await exportAt(999_999)).toBeNull()
})
