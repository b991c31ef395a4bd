import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '#server/shared/clock.ts'
import { ambientEnv } from '#server/shared/env.ts'
import type { Command } from '../command.ts'
import { findChromium } from '../stack/chromium.ts'
import { projectRoot, stackLayout } from '../stack/layout.ts'

type Count = { passed: number; failed: number }
/** `beside`: runs while the following ones do, up to the one of that name; what it says is shown at its end. */
type Suite = { readonly name: string; readonly beside?: string; run(report: string): Promise<Count> }

/** What must hold, the fast first: who broke something learns it early. The contracts' compiler keeps to one core for minutes. */
const suites: readonly Suite[] = [
  { name: 'lint', run: () => check('biome', ['check', '.']) },
  { name: 'typecheck', run: () => check('tsc', ['--noEmit']) },
  { name: 'forge', beside: 'chain', run: forge },
  { name: 'unit', run: vitest('unit') },
  { name: 'db', run: vitest('db') },
  { name: 'chain', run: vitest('chain') },
  { name: 'circuit', run: vitest('circuit') },
  { name: 'stack', run: vitest('stack') },
  { name: 'browser', run: browser },
]

/** Runs the named suites, or all; the last line is `N passed, M failed`. A suite that ends without a count counts as one failure. */
export const test: Command = async ({ args, env }) => {
  const unknown = args.filter((arg) => !suites.some(({ name }) => name === arg))
  if (unknown.length > 0) {
    console.error(`cairn: there is no suite ${unknown.join(', ')}. There are: ${suites.map(({ name }) => name).join(', ')}`)
    return 2
  }
  const reports = join(stackLayout(env).home, 'cache', 'reports')
  mkdirSync(reports, { recursive: true })
  const lines: string[] = []
  const total: Count = { passed: 0, failed: 0 }
  const perform = async ({ name, run }: Suite) => {
    const started = systemClock.now()
    const { passed, failed } = await run(join(reports, `${name}.json`))
    const seconds = ((systemClock.now() - started) / 1000).toFixed(0)
    lines.push(`${failed === 0 ? '✓' : '✗'} ${name.padEnd(10)} ${String(passed).padStart(5)} passed, ${failed} failed, ${seconds} s`)
    total.passed += passed
    total.failed += failed
  }
  const beside = new Map<string, Promise<void>>()
  for (const suite of suites.filter(({ name }) => args.length === 0 || args.includes(name))) {
    console.log(`\n── ${suite.name} ${'─'.repeat(60 - suite.name.length)}`)
    const performing = perform(suite)
    if (suite.beside !== undefined) beside.set(suite.beside, performing)
    else await performing
    await beside.get(suite.name)
  }
  await Promise.all(beside.values())
  console.log(`\n${lines.join('\n')}\n`)
  console.log(`${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 ? 0 : 1
}

const tool = (name: string) => join(projectRoot, 'node_modules', '.bin', name)

/** Runs a tool to its end, its output shown, at its end when it is captured; answers the exit code and what was captured of standard output. */
function run(command: string, args: readonly string[], capture = false): Promise<{ code: number; output: string }> {
  const env = { ...ambientEnv(), NEXT_TELEMETRY_DISABLED: '1' }
  const child = spawn(command, args, { cwd: projectRoot, env, stdio: ['ignore', capture ? 'pipe' : 'inherit', 'inherit'] })
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  child.once('close', () => process.stdout.write(output))
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, output: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

async function check(name: string, args: readonly string[]): Promise<Count> {
  const { code } = await run(tool(name), args)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function vitest(project: string) {
  return async (report: string): Promise<Count> => {
    rmSync(report, { force: true })
    const { code } = await run(tool('vitest'), [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ])
    if (!existsSync(report)) return { passed: 0, failed: 1 }
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
    }
    // A file that does not load, or a setup that throws, fails no single test.
    return { passed: numPassedTests, failed: numFailedTests === 0 && code !== 0 ? 1 : numFailedTests }
  }
}

async function forge(): Promise<Count> {
  const { code, output } = await run(tool('forge'), ['test'], true)
  // Colours go: the environment may ask for them even into a pipe.
  const plain = output.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '')
  const counted = /(\d+) tests? passed, (\d+) failed/.exec(plain.slice(plain.lastIndexOf('Ran ')))
  const passed = Number(counted?.[1] ?? 0)
  const failed = Number(counted?.[2] ?? 0)
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed }
}

async function browser(report: string): Promise<Count> {
  if (!findChromium() && existsSync('/usr/bin/apt-get')) {
    console.log('no Chromium here: installing Debian’s')
    const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
    const [command = 'apt-get', ...rest] = [...asRoot, 'apt-get']
    await run(command, [...rest, 'update', '-q'])
    await run(command, [...rest, 'install', '-q', '-y', '--no-install-recommends', 'chromium'])
  }
  if (!findChromium()) {
    console.error('The browser tests need Chromium.')
    return { passed: 0, failed: 1 }
  }
  return vitest('browser')(report)
}
