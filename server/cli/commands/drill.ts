import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Command } from '../command.ts'
import { projectRoot } from '../stack/layout.ts'

/** Lists or runs the fault drills of `tests/drills`, on a slot of their own; arguments and exit code are that program's. */
export const drill: Command = ({ args }) => {
  const program = join(projectRoot, 'tests', 'drills', 'run.ts')
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], { cwd: projectRoot, stdio: 'inherit' })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}
