import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inWorkFolder } from '#server/rollup/prover/workFolder.ts'

test.runIf(process.platform === 'linux')('what a killed prover left goes: its folder and the proof that went on in it', async () => {
  const { pid: dead } = spawnSync(process.execPath, ['--version'])
  const folder = join(tmpdir(), `cairn-proof-${dead}-left`)
  mkdirSync(folder)
  const waiting = (...args: string[]) => spawn('/bin/sh', ['-c', 'echo on; read _', ...args], { argv0: '/somewhere/bb' })
  const [stray, other] = [waiting('-o', folder), waiting('-o', `${folder}-of-another`)]
  await Promise.all([stray, other].map(({ stdout }) => once(stdout, 'data')))
  const ended = once(stray, 'exit')
  const found = await inWorkFolder(async (own) => [own, folder].map((path) => existsSync(path)))
  expect(found).toEqual([true, false])
  expect(await ended).toEqual([null, 'SIGKILL'])
  expect(other.exitCode ?? other.signalCode).toBe(null)
  other.kill('SIGKILL')
})
