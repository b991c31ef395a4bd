import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isAlive, markOf, type ProcessMark } from '#server/cli/stack/runFile.ts'
import type { ServiceSpec } from '#server/cli/stack/service.ts'
import { Supervisor } from '#server/cli/stack/supervisor.ts'

let folder: string
let marks: Record<string, ProcessMark>
let said: string[]
let supervisor: Supervisor
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-supervisor-'))
  marks = {}
  said = []
  supervisor = new Supervisor({
    logOf: (name) => join(folder, `${name}.log`),
    changed: (now) => {
      marks = now
    },
    say: (line) => said.push(line),
  })
})
afterEach(async () => {
  await supervisor.stop([])
  rmSync(folder, { recursive: true, force: true })
})

/** A process that runs `code`; it counts as ready once it printed "ready". */
const script = (name: string, code: string, options: Partial<ServiceSpec> = {}): ServiceSpec => ({
  name,
  command: process.execPath,
  args: ['-e', code],
  env: {},
  stopSignal: 'SIGTERM',
  stopWithinMs: 1000,
  readyWithinMs: 5000,
  ready: async () => readFileSync(join(folder, `${name}.log`), 'utf8').includes('ready'),
  ...options,
})
const idle = "console.log('ready'); setInterval(() => {}, 1000)"
const pidOf = (name: string) => marks[name]?.pid ?? 0

test('starts what died again, with a new process, and runs its preparation each time', async () => {
  const prepare = vi.fn(async () => {})
  await supervisor.start(script('one', idle, { prepare }))
  const first = pidOf('one')
  process.kill(first, 'SIGKILL')
  await vi.waitUntil(() => pidOf('one') !== 0 && pidOf('one') !== first, { timeout: 5000 })
  expect(prepare).toHaveBeenCalledTimes(2)
  expect(said).toEqual(['one ended (SIGKILL); starting it again'])
})

test('ends what a dead process had started itself', async () => {
  const child = `require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']).pid`
  await supervisor.start(script('parent', `console.log('ready', ${child}); setInterval(() => {}, 1000)`))
  const orphan = markOf(Number(/ready (\d+)/.exec(readFileSync(join(folder, 'parent.log'), 'utf8'))?.[1]))
  expect(isAlive(orphan)).toBe(true)
  process.kill(pidOf('parent'), 'SIGKILL')
  await vi.waitUntil(() => !isAlive(orphan), { timeout: 5000 })
})

test('gives up on what never comes up, with the end of its log', async () => {
  const failing = supervisor.start(script('broken', "console.error('no such port'); process.exit(3)"))
  await expect(failing).rejects.toThrow(/broken does not start \(exit 3\)[\s\S]*no such port/)
  expect(marks).toEqual({})
})

test('stops everyone, by force those who do not listen', async () => {
  await supervisor.start(script('polite', idle))
  await supervisor.start(script('deaf', `process.on('SIGTERM', () => {}); ${idle}`, { stopWithinMs: 200 }))
  const before = Object.values(marks)
  expect(before.map(isAlive)).toEqual([true, true])
  await supervisor.stop([['polite']])
  expect(before.map(isAlive)).toEqual([false, false])
  expect(marks).toEqual({})
})

test('a process is not taken for an earlier one with the same id', () => {
  const mine = markOf(process.pid)
  expect(isAlive(mine)).toBe(true)
  expect(isAlive({ ...mine, startedAt: '1' })).toBe(false)
})
