// Completes package-lock.json: a registry that lacks some platform's optional packages makes npm leave them out of the lockfile, and `npm ci` then
// refuses it. Each one missing gets an entry with its exact version and the platform its name tells. Run after every lockfile change: `npm run lockfile`.

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const PLATFORMS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'aix', 'wasi']
const CPUS = [
  [/arm64|aarch64/, 'arm64'],
  [/x64|amd64|x86_64/, 'x64'],
  [/ia32|-386/, 'ia32'],
  [/wasm32/, 'wasm32'],
  [/riscv64/, 'riscv64'],
  [/ppc64/, 'ppc64'],
  [/s390x/, 's390x'],
  [/loong64/, 'loong64'],
  [/mips64/, 'mips64el'],
  [/arm/, 'arm'],
]

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const added = []
for (const [location, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(location, name)) continue
    // A range is no version: only npm can resolve it.
    if (!/^\d+\.\d+\.\d+/.test(version))
      throw new Error(`${location || 'package.json'} wants ${name}@${version}, which is not an exact version`)
    lock.packages[freeLocation(location, name)] = stub(name, version, entry.dev)
    added.push(name)
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
if (existsSync('node_modules'))
  writeFileSync('node_modules/.cairn-lock', execFileSync('cksum', { input: readFileSync('package-lock.json') }))
console.log(`${added.length} missing platform packages added`)

/** Whether node would find `name` from a package at `location`: its own folder first, then every folder above. */
function isLocked(location, name) {
  for (let folder = location; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (lock.packages[folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`]) return true
    if (folder === '') return false
  }
}

function freeLocation(location, name) {
  const top = `node_modules/${name}`
  return lock.packages[top] ? `${location}/${top}` : top
}

function stub(name, version, dev) {
  const os = PLATFORMS.find((platform) => name.includes(platform)) ?? 'none'
  const cpu = CPUS.find(([pattern]) => pattern.test(name))?.[1] ?? 'none'
  const libc = os !== 'linux' ? undefined : name.includes('musl') ? ['musl'] : name.includes('gnu') ? ['glibc'] : undefined
  return { version, ...(dev ? { dev } : {}), optional: true, os: [os], cpu: [cpu], ...(libc ? { libc } : {}) }
}
