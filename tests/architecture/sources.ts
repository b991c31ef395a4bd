import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

/** Files that git tracks or would track, as project paths. */
export function projectFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  return listed.split('\n').filter((path) => path !== '' && existsSync(join(root, path)))
}

export const read = (path: string) => readFileSync(join(root, path), 'utf8')

export const isSource = (path: string) => /\.(ts|tsx|mts|mjs)$/.test(path)

export type Import = { from: string; to: string; typeOnly: boolean }

const importPattern = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

/** What a source file imports: project paths for `#…` and relative imports, the bare name for packages. */
export function importsOf(path: string): Import[] {
  const found: Import[] = []
  for (const match of read(path).matchAll(importPattern)) {
    const name = match[2] ?? match[3]
    if (name) found.push({ from: path, to: resolve(path, name), typeOnly: match[1] !== undefined })
  }
  return found
}

function resolve(from: string, name: string): string {
  if (name.startsWith('#')) return name.slice(1)
  if (name.startsWith('.')) return normalize(join(dirname(from), name))
  return name
}
