import { readFileSync } from 'node:fs'
import { Noir } from '@noir-lang/noir_js'
import { beforeAll, describe, expect, it } from 'vitest'
import { circuitSources, compileNoir } from '#contracts/scripts/circuits.ts'
import type { Path } from '#server/rollup/protocol/circuitInputs.ts'
import { tags } from '#server/rollup/protocol/constants.gen.ts'
import { P } from '#server/rollup/protocol/field.ts'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'
import { derivePublicKey, sign, verify } from '#server/rollup/protocol/schnorr.ts'
import { hashNode, rootFromPath, zeroHash } from '#server/rollup/protocol/trees.ts'

const seeded = (name: number, count: number) => Array.from({ length: count }, (_, i) => hasher.hash(0, [BigInt(name), BigInt(i)]))
const text = (value: bigint) => `0x${value.toString(16)}`
const sk = 0xdeadbeefn
const key = derivePublicKey(sk)
const message = 99n
const path: Path = seeded(3, 20).map((sibling) => [sibling, sibling + 1n] as const)
const input = {
  tag: 11n,
  inputs: seeded(1, 7),
  leaf: 5n,
  index: 3 ** 20 - 2,
  path,
  leaves: seeded(4, 27),
  ...sign(hasher, sk, message),
  key,
  message,
}

let circuit: Noir
beforeAll(async () => {
  const main = readFileSync(new URL('./primitives.nr', import.meta.url), 'utf8')
  const files = circuitSources('small').map(([file, source]) => [file, file === 'main.nr' ? main : source] as const)
  circuit = new Noir(await compileNoir('primitives', files))
})

async function execute(change: Partial<typeof input> = {}): Promise<bigint[]> {
  const asked = { ...input, ...change }
  const { returnValue } = await circuit.execute({
    ...{ tag: text(asked.tag), inputs: asked.inputs.map(text), key: [text(asked.key.x), text(asked.key.y)], message: text(asked.message) },
    ...{ s: text(asked.s), e: text(asked.e), leaf: text(asked.leaf), index: text(BigInt(asked.index)) },
    ...{ path: asked.path.map((pair) => pair.map(text)), leaves: asked.leaves.map(text) },
  })
  return (returnValue as string[]).map(BigInt)
}

function expected(asked = input): bigint[] {
  const { inputs, leaves } = asked
  const hash = (count: number) => hasher.hash(asked.tag, inputs.slice(0, count))
  let level = leaves
  while (level.length > 1)
    level = Array.from({ length: level.length / 3 }, (_, i) =>
      hashNode(hasher, level[3 * i] ?? 0n, level[3 * i + 1] ?? 0n, level[3 * i + 2] ?? 0n),
    )
  const root = (leaf: bigint) => rootFromPath(hasher, leaf, asked.index, asked.path)
  const fold = hasher.hash(tags.accountWords, inputs.slice(0, 2))
  return [hash(1), hash(3), hash(4), hash(7), fold, root(asked.leaf), root(asked.leaf + 1n), level[0] ?? 0n, zeroHash(hasher, 20)]
}

describe('Noir and TypeScript agree', () => {
  it('on sponge, fold, paths and subtrees', async () => {
    expect(await execute()).toEqual(expected())
    for (const index of [0, 1, 2, 3, 40, 3 ** 20 - 1]) {
      const asked = { ...input, index, tag: BigInt(index % 17) }
      expect(await execute(asked)).toEqual(expected(asked))
    }
  })

  it('on an index outside of the tree', async () => {
    await expect(execute({ index: 3 ** 20 })).rejects.toThrow('Cannot satisfy constraint')
  })

  const other = derivePublicKey(sk + 1n)
  const signatures: [string, Partial<typeof input>][] = [
    ['itself', {}],
    ['another message', { message: 100n }],
    ['another s', { s: input.s + 1n }],
    ['another e', { e: input.e + 1n }],
    ['a mirrored key', { key: { x: key.x, y: P - key.y } }],
    ['another key', { key: other }],
    ['a key off the curve', { key: { x: key.x, y: key.y + 1n } }],
    ['the key 0', { key: { x: 0n, y: 0n } }],
    ['a signature of its own message', { message: 1n, ...sign(hasher, sk, 1n) }],
    ['s = e = 0', { s: 0n, e: 0n }],
  ]
  for (const [name, change] of signatures) {
    it(`on the signature: ${name}`, async () => {
      const asked = { ...input, ...change }
      const ok = verify(hasher, asked.key, asked.message, asked)
      expect(ok).toBe(name === 'itself' || name === 'a signature of its own message')
      await (ok ? expect(execute(change)).resolves.toBeDefined() : expect(execute(change)).rejects.toThrow())
    })
  }
})
