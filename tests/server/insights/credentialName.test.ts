import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCredentialName } from '#server/insights/revoke/credentialName.ts'

describe('what a credential is named by', () => {
  const id = '0f8fad5b-d9cb-469f-a165-70867728950e'
  it.each([
    ['7', { index: 7 }],
    [' #7 ', { index: 7 }],
    ['0', { index: 0 }],
    ['4294967295', { index: 4294967295 }],
    ['https://cairn.example/explorer/credentials/7', { index: 7 }],
    ['https://cairn.example/ja/explorer/credentials/7?x=1#y', { index: 7 }],
    ['/explorer/credentials/7/', { index: 7 }],
    [`urn:cairn:eip155:1:0x${'a'.repeat(40)}:credential:7`, { index: 7 }],
    [id.toUpperCase(), { id }],
  ])('%s', (text, name) => expect(readCredentialName(text)).toEqual(name))

  it.each([
    '',
    '-1',
    '1.5',
    '1e3',
    '4294967296',
    '７',
    '0x7',
    'urn:cairn:x:quest:7',
    'https://cairn.example/explorer/batches/7',
    `${id}0`,
    '7; 8',
  ])('not by %j', (text) => expect(readCredentialName(text)).toBeNull())

  it('is a number of 32 bits, an id or nothing, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const name = readCredentialName(text)
        if (name !== null && 'index' in name) expect(Number.isInteger(name.index) && name.index >= 0 && name.index < 2 ** 32).toBe(true)
      }),
    )
  })
})
