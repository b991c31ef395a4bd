import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deployments } from '#drizzle/schema/index.ts'
import { createSealer } from '#server/auth/sealing.ts'
import { composeExporter } from '#server/compose/exporter.ts'
import { composeIssuers, issuerKeyOf } from '#server/compose/issuers.ts'
import { closedOutbound } from '#server/compose/outbound.ts'
import { askForPlatformKey, platformSpendKey } from '#server/compose/platformKey.ts'
import { sealed } from '#server/compose/sealed.ts'
import { credentialSettings, readCredentialKey } from '#server/credentials/export/credentialKey.ts'
import { verifyFile } from '#server/credentials/verifyFile.ts'
import { keyText } from '#server/issuers/contract.ts'
import { changeIssuers } from '#server/rollup/sequencer/issuer/changeIssuers.ts'
import { slotAccountOf } from '#server/rollup/settlement/settlementStore.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { createNodeStore } from '#server/rollup/state/nodeStore.ts'
import { ambientEnv, readEnv } from '#server/shared/env.ts'
import { anvilKeys } from '#tests/support/anvil.ts'
import { startLocalSlot } from '#tests/support/localSlot.ts'
import { dataOf, type Site, startSite } from '#tests/support/members.ts'
import { freePort } from '#tests/support/ports.ts'
import { definition, stepResult } from '#tests/support/questFixture.ts'
import { issuerKey } from '#tests/support/slotFixture.ts'
import { newMember, newProject, type Project } from '../insights/insightWorld.ts'

const folder = mkdtempSync(join(tmpdir(), 'cairn-own-signer-'))
const at = (name: string) => join(folder, name)
const command = join(import.meta.dirname, '..', '..', '..', 'server', 'cli', 'main.ts')
const settings = credentialSettings(fastHasher, `0x00${'42'.repeat(31)}`)

let site: Site
let slot: Awaited<ReturnType<typeof startLocalSlot>>
let project: Project
let issuers: Awaited<ReturnType<typeof composeIssuers>>
let url: string
let key: string
let running: ChildProcessByStdio<null, Readable, null> | null = null

/** `./cairn signer …` as a process of its own. */
const cairn = (...args: string[]) =>
  spawn(process.execPath, [command, 'signer', ...args], { stdio: ['ignore', 'pipe', 'inherit'], env: ambientEnv() })

async function startSigner() {
  const { port } = new URL(url)
  const files = ['--key-file', at('key'), '--secret-file', at('secret'), '--policy', at('policy.json'), '--log', at('signed.jsonl')]
  running = cairn(...files, '--port', port)
  const { stdout } = running
  await new Promise<void>((ready) => stdout.on('data', (chunk: Buffer) => String(chunk).includes('at port') && ready()))
}
async function stopSigner() {
  const process = running
  running = null
  process?.kill('SIGTERM')
  if (process && process.exitCode === null) await once(process, 'exit')
}

beforeAll(async () => {
  const making = cairn('new', '--key-file', at('key'))
  key = ''
  for await (const chunk of making.stdout) key += String(chunk)
  url = `http://127.0.0.1:${await freePort()}`
  const outbound = { ...closedOutbound, sealer: createSealer(`0x${'7'.repeat(64)}`), localEndpoints: new Set([url]) }
  site = await startSite({ deps: { outbound, platform: issuerKey, did: readCredentialKey(settings).did } })
  slot = await startLocalSlot(site.db, { onSealed: sealed.sealed })
  const { rollup, inbox, blockNumber } = slot.addresses
  const rows = [
    ['rollup', rollup],
    ['inbox', inbox],
    ['smallVerifier', rollup],
  ] as const
  await site.db
    .insert(deployments)
    .values(rows.map(([name, address]) => ({ name, address, chainId: slot.anvil.chainId, blockNumber: Number(blockNumber) })))
  project = await newProject(site, 'granite')
  issuers = await composeIssuers({
    db: site.db,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    outbound,
    own: issuerKey,
    now: Date.now,
  })
}, 180_000)
afterAll(async () => {
  await stopSigner()
  await slot?.stop()
  await site?.drop()
  rmSync(folder, { recursive: true, force: true })
})

const call = (name: string, input: object) => project.browser.mutate(`studio.signer.${name}`, { space: 'granite', ...input })

async function openQuest(slug: string) {
  site.clock.ms = Date.now()
  const { accountId } = project
  const window = { opensAt: new Date(Date.now() - 60_000), closesAt: new Date(Date.now() + 3_600_000) }
  await site.members.quests.create({ accountId, space: 'granite', slug, definition: definition(), supply: 20, ...window })
  await site.members.quests.publish({ accountId, slug })
  await slot.run()
  const { rows } = await site.pool.query('select slot_index, status from quests where slug = $1', [slug])
  expect(rows[0].status).toBe('live')
  return rows[0].slot_index as number
}

async function complete(slug: string) {
  site.clock.ms = Date.now()
  const member = await newMember(site)
  const { participationId } = await site.members.quests.start({ accountId: member.accountId, slug })
  await site.members.follower.record([stepResult(participationId, 'quiz'), stepResult(participationId, 'wrap')])
  return async () => {
    const { rows } = await site.pool.query(
      'select c.slot_index as index, t.status from credentials c join rollup_txs t on t.id = c.tx_id where c.account_id = $1',
      [member.accountId],
    )
    return rows[0] as { index: number; status: string }
  }
}

/** What the follower and the publisher do, until nothing moves. */
async function settle() {
  for (let round = 0; round < 3; round++) {
    await slot.run()
    await issuers.pass()
  }
  await slot.run()
}

it('a quest of a project with its own signer: opened with its key, signed by its process, final, and verifiable from the file alone', async () => {
  const [own, domain] = [key.trim(), slot.domain]
  const { id, secret } = dataOf<{ id: string; secret: string }>(await call('add', { name: 'Ours', url, key: own }))
  writeFileSync(at('secret'), secret)
  writeFileSync(
    at('policy.json'),
    JSON.stringify({ slot: { ...domain, rollup: domain.rollup.toLowerCase() }, space: 'granite', quests: ['ours'], perQuest: 10 }),
  )
  expect(dataOf(await call('check', { id }))).toEqual({ ok: false, fault: 'unreachable', words: null })
  await startSigner()
  expect(dataOf(await call('check', { id }))).toEqual({ ok: true })
  dataOf(await call('use', { id }))
  const quest = await openQuest('ours')
  expect(keyText((await issuerKeyOf(site.db, quest)) ?? issuerKey)).toBe(own)

  const first = await complete('ours')
  await settle()
  expect((await first()).status).toBe('final')
  const exporter = composeExporter({ ...readEnv({}), ...settings }, site.db)
  writeFileSync(at('cube.json'), JSON.stringify(await exporter.exportCredential((await first()).index)))
  const result = await verifyFile({
    path: at('cube.json'),
    rpcUrl: slot.anvil.url,
    rollup: slot.addresses.rollup,
    now: Math.floor(Date.now() / 1000),
  })
  expect([result.signature.code, result.inclusion.code, result.verified]).toEqual(['signature.ok', 'inclusion.ok', true])
}, 300_000)

it('while the process is away its quest waits and no other does; it goes on from its log', async () => {
  await stopSigner()
  dataOf(await call('use', { id: null }))
  await openQuest('platforms')
  const [late, other] = [await complete('ours'), await complete('platforms')]
  await settle()
  expect([(await late()).status, (await other()).status]).toEqual(['awaiting-issuer', 'final'])
  const before = readFileSync(at('signed.jsonl'), 'utf8')
  await startSigner()
  await new Promise((done) => setTimeout(done, 9000))
  await settle()
  expect((await late()).status).toBe('final')
  const after = readFileSync(at('signed.jsonl'), 'utf8')
  expect([after.startsWith(before), after.trim().split('\n').length]).toEqual([true, 4])
}, 300_000)

it('a quest is given another key by the slot itself: the platform’s signs from then on, and the old one no more', async () => {
  const { rows } = await site.pool.query(`select slot_index from quests where slug = 'ours'`)
  const quest = rows[0].slot_index as number
  dataOf(await call('moveQuest', { quest: 'ours', id: null }))
  const { secret, identity } = platformSpendKey(anvilKeys[2])
  const changing = {
    ...{ db: site.db, hasher: fastHasher, store: createNodeStore(site.db), domain: slot.domain, secret, log: pino({ level: 'silent' }) },
    account: () => slotAccountOf(site.db, slot.owner),
    askForKey: (account: number, of: { x: bigint; y: bigint }) =>
      askForPlatformKey({ db: site.db, client: slot.client, slot: slot.slot }, { account, key: of, identity }),
  }
  expect(await changeIssuers(changing)).toBe(false)
  await slot.run()
  expect(await changeIssuers(changing)).toBe(true)
  expect(await changeIssuers(changing)).toBe(false)
  await slot.run()
  expect(await issuerKeyOf(site.db, quest)).toEqual(issuerKey)
  await stopSigner()
  const last = await complete('ours')
  await settle()
  expect((await last()).status).toBe('final')
}, 300_000)
