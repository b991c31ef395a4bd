import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { CairnError } from '#server/shared/errors.ts'

/** A program and who it runs as. */
export type Launch = {
  readonly command: string
  readonly args: readonly string[]
  readonly user?: { readonly uid: number; readonly gid: number }
}

const NOBODY = { uid: 65_534, gid: 65_534 }

/** Who programs that refuse to be root run as; undefined when this process is not root and they can be what it is. */
export const unprivilegedUser = () => (process.getuid?.() === 0 ? NOBODY : undefined)

/**
 * Runs a program as `nobody` when this process is root. In a checkout that other users cannot walk into (`/root` is one) it keeps one right of
 * root's, that of passing closed folders; whoever started it had all of them.
 */
export function asUnprivileged(command: string, args: readonly string[], folders: readonly string[]): Launch {
  const user = unprivilegedUser()
  if (!user) return { command, args }
  const closed = [command, ...folders].flatMap(closedFolders)[0]
  if (closed === undefined) return { command, args, user }
  if (spawnSync('setpriv', ['--version']).status !== 0) {
    throw new CairnError(
      'config.invalid',
      `Postgres cannot be root, and others cannot enter ${closed}. Open it (chmod o+x ${closed}) or set DATABASE_URL.`,
    )
  }
  const rights = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  return { command: 'setpriv', args: [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', ...rights, '--', command, ...args] }
}

/** Folders on the way to a path that only their owner may enter. */
function closedFolders(path: string): string[] {
  const parent = dirname(resolve(path))
  const above = parent === '/' ? [] : closedFolders(parent)
  const open = (statSync(parent, { throwIfNoEntry: false })?.mode ?? 0o1) & 0o1
  return open ? above : [...above, parent]
}
