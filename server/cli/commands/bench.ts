import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from '../command.ts'
import { projectRoot } from '../stack/layout.ts'

const folder = join(projectRoot, 'tests', 'bench')

/** Runs one benchmark program of `tests/bench`; its arguments and its exit code are its own. */
export const bench: Command = async ({ args }) => {
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.bench.ts'))
        .map((file) => file.slice(0, -'.bench.ts'.length))
    : []
  const [name = '', ...rest] = args
  if (!names.includes(name)) {
    console.error(
      `cairn: ${name === '' ? 'which benchmark?' : `there is no benchmark "${name}".`} There are: ${names.sort().join(', ') || 'none'}`,
    )
    return 2
  }
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(folder, `${name}.bench.ts`), ...rest], {
    cwd: projectRoot,
    stdio: 'inherit',
  })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}
