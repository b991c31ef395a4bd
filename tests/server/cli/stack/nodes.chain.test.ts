import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { anvilService } from '#server/cli/stack/anvil.ts'
import { jsonRpc } from '#server/cli/stack/jsonRpc.ts'
import { answers, ensureDatabase, postgresService, postgresUrl } from '#server/cli/stack/postgres.ts'
import { runService } from '#server/cli/stack/service.ts'
import { Supervisor } from '#server/cli/stack/supervisor.ts'
import { startAnvil } from '../../../support/anvil.ts'
import { freshDatabase } from '../../../support/database.ts'
import { freePort } from '../../../support/ports.ts'
import { startSolana } from '../../../support/solana.ts'

test('a fresh database is migrated and of its own', async () => {
  const one = await freshDatabase()
  const two = await freshDatabase()
  await one.pool.query("insert into accounts (handle) values ('a')")
  expect((await one.pool.query('select handle from accounts')).rows).toEqual([{ handle: 'a' }])
  expect((await two.pool.query('select handle from accounts')).rows).toEqual([])
  await Promise.all([one.drop(), two.drop()])
})

test('an Ethereum node keeps blocks, receipts and balances over a stop', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-state-'))
  const stateFile = join(folder, 'state.json')
  const before = await startAnvil({ chainId: 31_399, stateFile })
  const [from] = (await jsonRpc(before.url, 'eth_accounts')) as string[]
  const to = '0x00000000000000000000000000000000000000aa'
  const hash = await jsonRpc(before.url, 'eth_sendTransaction', [{ from, to, value: '0x7b' }])
  await vi.waitUntil(async () => (await jsonRpc(before.url, 'eth_getTransactionReceipt', [hash])) !== null)
  await before.stop()

  const after = await startAnvil({ chainId: 31_399, stateFile })
  expect(await jsonRpc(after.url, 'eth_getBalance', [to, 'latest'])).toBe('0x7b')
  expect(await jsonRpc(after.url, 'eth_getTransactionReceipt', [hash])).toMatchObject({ blockNumber: '0x1', status: '0x1' })
  await after.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a killed Ethereum node begins again where its state was last saved', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-state-'))
  const stateFile = join(folder, 'state.json')
  const port = await freePort()
  const node = () => anvilService({ name: 'anvil', chainId: 31_399, port, stateFile, cacheFolder: join(folder, 'cache') })
  const url = `http://127.0.0.1:${port}`
  const supervisor = new Supervisor({ logOf: () => join(folder, 'log'), changed: () => {}, say: () => {} })
  await supervisor.start(node())
  await jsonRpc(url, 'anvil_setBalance', ['0x00000000000000000000000000000000000000bb', '0x7'])
  await vi.waitUntil(() => existsSync(stateFile), { timeout: 10_000 })
  await supervisor.stop([])

  // What was being written when the machine stopped is no state.
  writeFileSync(`${stateFile}.exit`, '{"half":')
  const again = await runService(node())
  expect(await jsonRpc(url, 'eth_getBalance', ['0x00000000000000000000000000000000000000bb', 'latest'])).toBe('0x7')
  await again.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('the Solana validator finalizes on its fixed port', async () => {
  const node = await startSolana()
  const signature = await jsonRpc(node.url, 'requestAirdrop', ['So11111111111111111111111111111111111111112', 1_000_000])
  type Status = { confirmationStatus?: string } | null
  let status: Status = null as Status
  for (let i = 0; i < 200 && status?.confirmationStatus !== 'finalized'; i++) {
    const answer = (await jsonRpc(node.url, 'getSignatureStatuses', [[signature]])) as { value: [Status] }
    status = answer.value[0]
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  expect(status?.confirmationStatus).toBe('finalized')
  await node.stop()
})

test('the Solana validator goes on after the thousands of slots that its event queue holds', async () => {
  const node = await startSolana({ slotMs: 4 })
  const slot = async () => Number(await jsonRpc(node.url, 'getSlot'))
  const from = await slot()
  while ((await slot()) < from + 1500) await new Promise((resolve) => setTimeout(resolve, 100))
  await node.stop()
})

test('Postgres runs in a folder that only its owner may enter, and starts again after it was killed', async () => {
  const closed = mkdtempSync(join(tmpdir(), 'cairn-closed-'))
  chmodSync(closed, 0o700)
  const options = { folder: join(closed, 'deep', 'postgres'), port: await freePort(), password: 'test', fsync: false }
  const first = await runService(await postgresService(options))
  await ensureDatabase(postgresUrl(options), 'kept')
  first.process.kill('SIGKILL')
  await new Promise((resolve) => first.process.once('exit', resolve))
  // The killed server's sessions hold its memory for a moment longer.
  const second = await vi.waitUntil(async () => runService(await postgresService(options)).catch(() => null), {
    timeout: 20_000,
    interval: 200,
  })
  expect(await answers(postgresUrl(options, 'kept'))).toBe(true)
  await second.stop()
  rmSync(closed, { recursive: true, force: true })
})
