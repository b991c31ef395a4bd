import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** A drill that needs what this machine does not have or allow. */
export class NotHere extends Error {
  override readonly name = 'NotHere'
}

/** Installs a Debian package unless `file` is there, as the browser tests do with Chromium. Throws `NotHere` when it cannot. */
export async function needPackage(name: string, file: string) {
  if (existsSync(file)) return
  if (!existsSync('/usr/bin/apt-get')) throw new NotHere(`${name} is missing (${file}); install it by your package manager`)
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  console.error(`  no ${name} here: installing Debian’s`)
  for (const args of [
    ['update', '-q'],
    ['install', '-q', '-y', '--no-install-recommends', name],
  ]) {
    const [command = 'apt-get', ...rest] = [...sudo, 'apt-get', ...args]
    await new Promise((resolve) => spawn(command, rest, { stdio: 'ignore' }).once('close', resolve).once('error', resolve))
  }
  if (!existsSync(file)) throw new NotHere(`${name} is missing and could not be installed: apt-get install ${name}`)
}

/** Runs a command of the system to its end. Throws `NotHere` with what it said when it fails. */
export function need(command: string, args: readonly string[]) {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new NotHere(`${command} ${args.join(' ')}: ${error?.message ?? stderr.trim()}`)
}
