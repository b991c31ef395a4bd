import { expect, test } from 'vitest'
import { source } from '#server/rollup/protocol/wasm/bn254.gen.ts'
import { sourceDigest } from '#server/rollup/protocol/wasm/build.ts'

test('the committed WASM was built from the committed sources', () => {
  expect(source).toBe(sourceDigest())
})
