import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReaders } from '#chains/adapters/index.ts'
import { localL2 } from '#chains/definitions/local-l2.ts'
import { createPool } from '#chains/pool/createPool.ts'
import type { EvmReader } from '#chains/reader.ts'
import { credentials } from '#drizzle/schema/index.ts'
import { createCubeFiles } from '#server/credentials/cubeFilesClient.ts'
import { readCubeFile } from '#server/credentials/readCubeFile.ts'
import { parseDefinition } from '#server/quests/definition.ts'
import { rulesHashOf, writeEvidenceFile } from '#server/quests/evidenceFile.ts'
import { replayFile, replayOnline } from '#server/quests/reverify.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { lintOnChain } from '#server/verify/authoring/lintOnChain.ts'
import { createEvidenceClient } from '#server/verify/evidenceClient.ts'
import { parseRule, type Rule } from '#server/verify/rule.ts'
import { type EvidenceReader, replayBundle, verifyRule } from '#server/verify/run.ts'
import { startExportingSlot } from '#tests/server/credentials/exportingSlot.ts'
import { definition } from '#tests/support/questFixture.ts'

const [ann, bob, cat, dan] = [
  'eip155:0x1111111111111111111111111111111111111111',
  'solana:4zvwRjXUKGfvwnParsHAS3HuSVzV5cA4McphgmoCtajS',
  'eip155:0x2222222222222222222222222222222222222222',
  'eip155:0x3333333333333333333333333333333333333333',
] as const
const openCubeFiles = createCubeFiles(fastHasher)

let world: Awaited<ReturnType<typeof startExportingSlot>>
let reader: EvmReader
let evidence: EvidenceReader
/** The newest block before the first batch. */
let early: bigint
let files: Record<string, string>
beforeAll(async () => {
  world = await startExportingSlot()
  reader = readerOf(world.slot.anvil.url)
  evidence = createEvidenceClient({ access: () => ({ readers: [reader], quorum: 1 }), openCubeFiles })
  early = await world.slot.client.getBlockNumber()
  for (const [index, wallet] of [ann, bob, cat].entries()) await world.complete(wallet, index + 1)
  await world.run()
  files = await exported()
}, 300_000)
afterAll(() => world?.stop())

function readerOf(url: string): EvmReader {
  const [made] = createReaders(localL2, { urls: { [localL2.id]: url } }, { timeoutMs: 5000 })
  if (made?.vm !== 'evm') throw new Error('no reader')
  return made
}

/** The files of all CUBEs, by holder. */
async function exported(): Promise<Record<string, string>> {
  const rows = await world.database.db.select({ index: credentials.slotIndex }).from(credentials)
  const documents = await Promise.all(rows.map(({ index }) => world.exportAt(index ?? -1)))
  const read = documents.flatMap((document) => (document ? [readCubeFile(JSON.stringify(document, null, 2))] : []))
  return Object.fromEntries(read.map(({ holder, document }) => [holder, document]))
}

const rule = (more: object = {}, around: object = {}): Rule =>
  parseRule({
    kind: 'attestation',
    chain: localL2.id,
    params: { type: 'cube', slot: world.slot.addresses.rollup.toLowerCase(), quests: [0], category: 'nft', ...more },
    ...around,
  })
const documentsOf = (texts: readonly (string | undefined)[]) =>
  Object.fromEntries(texts.flatMap((text) => (text === undefined ? [] : [[(JSON.parse(text) as { id: string }).id, text]])))
const contextOf = (wallets: readonly string[], texts: readonly (string | undefined)[]) => ({
  accountId: 'a',
  wallets: [...wallets],
  questStart: '2020-01-01T00:00:00Z',
  joinedAt: '2020-01-01T00:00:00Z',
  version: 1,
  documents: documentsOf(texts),
})

/** The verdict for these wallets and files, judged a second time from its stored bundle. */
async function judge(wallets: readonly string[], texts: readonly (string | undefined)[], of = rule(), by = evidence) {
  const verified = await verifyRule({ evidence: by }, of, { context: contextOf(wallets, texts) })
  expect(replayBundle(of, JSON.parse(JSON.stringify(verified.bundle)))).toEqual(verified)
  const { status, trace } = verified.verdict
  return { status, text: trace.seen[0]?.text.en, next: trace.next?.en, bundle: verified.bundle, digest: verified.digest }
}

/** The same file with something else in it. */
const changed = (text: string | undefined, change: (document: Record<string, unknown>) => void) => {
  const document = JSON.parse(text ?? '') as Record<string, unknown>
  change(document)
  return JSON.stringify(document)
}

/** The endpoint with some of its answers replaced. */
const posing = (operator: string, lies: Partial<EvmReader>): EvmReader => ({ ...reader, operator, ...lies })
const agreeing = (...readers: EvmReader[]) =>
  createEvidenceClient({ access: () => ({ readers, quorum: 2, pool: createPool(readers) }), openCubeFiles })

describe('a CUBE of another slot, from its file and L2 alone', () => {
  it('counts for whose wallet it was minted, and for all wallets of one member together', async () => {
    expect(await judge([ann], [files[ann]])).toMatchObject({ status: 'pass', text: 'holds the CUBE “Swap” (quest 0)' })
    expect((await judge([cat, bob], [files[bob]])).status).toBe('pass')
    const { status, bundle } = await judge([ann, bob], [files[ann], files[bob]], rule({ count: 2 }))
    expect(status).toBe('pass')
    expect(bundle.leaves[0]?.facts).toHaveLength(2)
    expect(await judge([ann], [files[ann]], rule({ count: 2 }))).toMatchObject({
      status: 'fail',
      next: expect.stringContaining('1 so far, 2 needed'),
    })
  })

  it('names each near miss', async () => {
    const miss = async (...given: Parameters<typeof judge>) => {
      const { status, text } = await judge(...given)
      return [status, text]
    }
    const cube = 'the CUBE “Swap” (quest 0)'
    expect(await miss([bob], [files[ann]])).toEqual(['fail', `${cube} belongs to the wallet 0x1111…1111, which is not linked`])
    expect(await miss([ann], [files[ann]], rule({ quests: [1, 2] }))).toEqual(['fail', `${cube} is of another quest; needed: quest 1 or 2`])
    expect(await miss([ann], [files[ann]], rule({ category: 'defi' }))).toEqual([
      'fail',
      `${cube} is of the category “nft”; needed: “defi”`,
    ])
    const renamed = changed(files[ann], (document) => Object.assign(document, { name: 'Swop' }))
    expect(await miss([ann], [renamed])).toEqual(['fail', expect.stringMatching(/^CUBE #\d+: the file was changed after it was signed$/)])
    const unsigned = changed(files[ann], (document) => Object.assign(document, { proof: [] }))
    expect(await miss([ann], [unsigned])).toEqual([
      'fail',
      expect.stringMatching(/^CUBE #\d+: the file carries no signature that can be checked$/),
    ])
    const taken = changed(files[ann], (document) =>
      Object.assign(document.credentialSubject as object, { id: 'did:pkh:eip155:1:0x2222222222222222222222222222222222222222' }),
    )
    expect((await miss([cat], [taken]))[0]).toBe('fail')
    expect(await miss([ann], [])).toEqual(['fail', undefined])
    // The file of somebody else under the name of one's own CUBE.
    const own = Object.keys(documentsOf([files[ann]]))[0] ?? ''
    const context = { ...contextOf([ann, bob], []), documents: { [own]: files[bob] ?? '' } }
    const swapped = await verifyRule({ evidence }, rule(), { context })
    expect([swapped.verdict.status, swapped.verdict.trace.seen[0]?.text.en]).toEqual([
      'fail',
      expect.stringContaining('this is not the file of a CUBE'),
    ])
  })

  it('waits until L2 itself is final', async () => {
    const behind = posing('own', {
      async head() {
        const [head, old] = [await reader.head(), await reader.block(early)]
        return old ? { ...head, safe: old, finalized: old } : head
      },
    })
    const by = createEvidenceClient({ access: () => ({ readers: [behind], quorum: 1 }), openCubeFiles })
    expect(await judge([ann], [files[ann]], rule(), by)).toMatchObject({
      status: 'pending',
      text: 'the CUBE “Swap” (quest 0) stands in a block that is not final yet',
    })
    expect((await judge([ann], [files[ann]], rule({}, { finality: 'latest' }), by)).status).toBe('pass')
  })

  it('is never a "no" while L2 does not answer, and an error where there is no slot', async () => {
    const dead = readerOf('http://127.0.0.1:9')
    const by = createEvidenceClient({ access: () => ({ readers: [dead], quorum: 1 }), openCubeFiles })
    expect(await judge([ann], [files[ann]], rule(), by)).toMatchObject({ status: 'error', next: expect.stringContaining('we retry') })
    const half = posing('own', {
      logs: () => Promise.reject(new TypeError('broken')),
      state: () => Promise.reject(new TypeError('broken')),
    })
    const partly = createEvidenceClient({ access: () => ({ readers: [half], quorum: 1 }), openCubeFiles })
    expect((await judge([ann], [files[ann]], rule(), partly)).status).toBe('error')
    const nobody = `0x${'12'.repeat(20)}`
    const foreign = { [`urn:cairn:${localL2.id}:${nobody}:credential:0`]: files[ann] ?? '' }
    const { verdict } = await verifyRule({ evidence }, rule({ slot: nobody }), { context: { ...contextOf([ann], []), documents: foreign } })
    // The file says another slot: that is told without asking that contract.
    expect([verdict.status, verdict.trace.seen[0]?.text.en]).toEqual(['fail', expect.stringContaining('this is not the file of a CUBE')])
    const without = createEvidenceClient({ access: () => ({ readers: [reader], quorum: 1 }) })
    expect((await judge([ann], [files[ann]], rule(), without)).status).toBe('error')
  })
})

describe('authors', () => {
  it('are told when there is no slot at the address', async () => {
    const codes = async (slot: string) => (await lintOnChain({ evidence }, rule({ slot }), '2027-01-15T08:00:00Z')).map(({ code }) => code)
    expect(await codes(world.slot.addresses.rollup.toLowerCase())).toEqual([])
    expect(await codes(world.slot.addresses.inbox.toLowerCase())).toEqual(['no-slot'])
    expect(await codes(`0x${'12'.repeat(20)}`)).toEqual(['no-slot'])
  })
})

describe('what came after the file was saved', () => {
  let before: bigint
  let text: string
  it('is judged again from the evidence file, offline and online', async () => {
    text = evidenceFile(await judge([ann], [files[ann]]))
    expect(replayFile(text).steps.map(({ result }) => result)).toEqual(['agrees'])
    expect((await replayOnline({ evidence }, text)).steps.map(({ result }) => result)).toEqual(['agrees'])
    const dead = createEvidenceClient({ access: () => ({ readers: [readerOf('http://127.0.0.1:9')], quorum: 1 }), openCubeFiles })
    expect((await replayOnline({ evidence: dead }, text)).steps.map(({ result }) => result)).toEqual(['unread'])
  })

  it('is looked through once: what was revoked counts no more, all else stays good', async () => {
    before = await world.slot.client.getBlockNumber()
    await world.revoke(Number((JSON.parse(files[ann] ?? '') as { id: string }).id.split(':').at(-1)))
    await world.complete(dan, 4)
    await world.run()
    expect(await judge([ann], [files[ann]])).toMatchObject({ status: 'fail', text: 'the CUBE “Swap” (quest 0) was revoked' })
    const asked = reader.requests()
    for (const wallet of [bob, cat]) expect((await judge([wallet], [files[wallet]])).status).toBe('pass')
    // The head and the slot's own head: nothing of the batches is read again.
    expect(reader.requests() - asked).toBeLessThanOrEqual(8)
    expect((await judge([dan], [(await exported())[dan]])).status).toBe('pass')
    expect(replayFile(text).steps.map(({ result }) => result)).toEqual(['agrees'])
    expect((await replayOnline({ evidence }, text)).steps.map(({ result }) => result)).toEqual(['differs'])
  })

  it('cannot be hidden by two lying endpoints of three', async () => {
    // They answer as if the chain had stopped before the revocation.
    const lie = { state: (reads: Parameters<EvmReader['state']>[0]) => reader.state(reads, before) }
    const [one, two, three] = [posing('one', lie), posing('two', lie), posing('three', {})]
    for (const readers of [
      [one, two, three],
      [three, one, two],
      [two, three, one],
    ])
      expect((await judge([ann], [files[ann]], rule(), agreeing(...readers))).status).toBe('pending')
    const honest = ['one', 'two', 'three'].map((name) => posing(name, {}))
    expect((await judge([cat], [files[cat]], rule(), agreeing(...honest))).status).toBe('pass')
    expect((await judge([ann], [files[ann]], rule(), agreeing(...honest))).status).toBe('fail')
    expect((await judge([cat], [files[cat]], rule(), agreeing(...honest.slice(0, 1)))).status).toBe('pending')
  })
})

function evidenceFile({ bundle, digest }: Awaited<ReturnType<typeof judge>>): string {
  const whole = parseDefinition({ ...definition(), steps: [{ id: 'cube', title: { en: 'A CUBE', ja: 'CUBE を持つ' }, rule: rule() }] })
  const completion = { kind: 'quest' as const, quest: 'elsewhere', version: 1, rulesHash: rulesHashOf(whole), steps: { cube: digest } }
  return writeEvidenceFile({ completion, definition: whole, bundles: new Map([['cube', bundle]]) })
}
