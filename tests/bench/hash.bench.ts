/** Poseidon2 permutations and Schnorr signatures a second on one thread: plain BigInt beside WASM. */
import { P } from '#server/rollup/protocol/field.ts'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'
import { derivePublicKey, sign, verify } from '#server/rollup/protocol/schnorr.ts'
import { fastHasher, hashNodeBytes } from '#server/rollup/state/fastHash.ts'
import { against, bar, printReport, rates, summarise } from './report.ts'

const NODES = 9000
const children = Array.from(
  { length: 3 * NODES },
  (_, i) => (BigInt(i + 1) * 0x123456789abcdef0123456789abcdef0123456789abcdef01234567n) % P,
)
const bytes = new Uint8Array(96 * NODES).map((_, i) => (i % 32 === 31 ? 0 : i * 7))
const some = children.slice(0, 1500)

const rate = (what: string, samples: number[]) => summarise(what, 'per second', samples, 'more')
const plain = rate(
  'nodes, BigInt',
  rates(some.length / 3, 15, () => void hasher.hashNodes(some)),
)
const wasm = rate(
  'nodes, WASM',
  rates(NODES, 15, () => void fastHasher.hashNodes(children)),
)
const wasmBytes = rate(
  'nodes as bytes, WASM',
  rates(NODES, 15, () => void hashNodeBytes(bytes)),
)
const wasmSingle = rate(
  'nodes one by one, WASM',
  rates(NODES, 15, () => {
    for (let i = 0; i < children.length; i += 3) fastHasher.hash(0, children.slice(i, i + 3))
  }),
)

const sk = 0x1234567890abcdef1234567890abcdefn
const pk = derivePublicKey(sk)
const signature = sign(fastHasher, sk, 5n)
const repeat = (times: number, work: () => void) => () => {
  for (let i = 0; i < times; i++) work()
}
const signing = rate(
  'Schnorr signatures made',
  rates(
    50,
    15,
    repeat(50, () => void sign(fastHasher, sk, 5n)),
  ),
)
const checking = rate(
  'Schnorr signatures checked',
  rates(
    50,
    15,
    repeat(50, () => void verify(fastHasher, pk, 5n, signature)),
  ),
)

printReport(
  'hash',
  [plain, against(wasm, plain, 'more'), against(wasmBytes, plain, 'more'), against(wasmSingle, plain, 'more'), signing, checking],
  [bar('nodes a second, WASM', 15_000, wasm.median, 'more')],
)
