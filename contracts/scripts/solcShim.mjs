/** Speaks the command line of the solc binary (`--version`, `--standard-json` on stdin) with npm's solc behind it. */
import { createRequire } from 'node:module'
import { text } from 'node:stream/consumers'

const solc = createRequire(import.meta.url)('solc')

if (process.argv.includes('--version')) {
  const version = solc.version().replace('.Emscripten.clang', '.Linux.g++')
  console.log(`solc, the solidity compiler commandline interface\nVersion: ${version}`)
} else {
  process.stdout.write(solc.compile(await text(process.stdin)))
}
