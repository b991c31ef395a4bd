import { type CubeFile, nameOf } from '#server/quests/cubeFile.ts'
import { canonicalJson } from '#server/shared/canonical.ts'
import { CairnError } from '#server/shared/errors.ts'
import { holderOf } from './cubeHolder.ts'
import { credentialUrn, parseDocument } from './verify/document.ts'

/** A CUBE's file is about 11 KB, and never more than twice that, with the longest paths and texts. */
const mostBytes = 32_768

/** Reads the text of an exported file; nothing of it is proven yet. Throws `credential.invalid` naming the field, `input.too-large`. */
export function readCubeFile(text: string): CubeFile {
  const { json, document } = parse(text)
  const size = new TextEncoder().encode(document).length
  if (size > mostBytes)
    throw new CairnError('input.too-large', 'This file is too large for a CUBE.', {
      meta: { field: 'document', found: size, expected: `at most ${mostBytes} bytes` },
    })
  const { id, name, slotProof, credentialSubject } = parseDocument(json)
  const urn = credentialUrn(slotProof, slotProof.credential.index)
  if (id !== urn) throw invalid('id', urn)
  const holder = holderOf(credentialSubject.id)
  if (holder === null) throw invalid('credentialSubject.id', 'did:pkh of an EVM or Solana wallet')
  return { id, name: nameOf(name), chain: `eip155:${slotProof.chainId}`, rollup: slotProof.rollup, holder, document }
}

function parse(text: string): { json: unknown; document: string } {
  try {
    const json: unknown = JSON.parse(text)
    return { json, document: canonicalJson(json) }
  } catch (cause) {
    // No JSON, or nested so deep that nobody could read it.
    throw invalid('document', 'JSON', cause)
  }
}

const invalid = (field: string, expected: string, cause?: unknown) =>
  new CairnError('credential.invalid', `This is not the file of a CUBE: ${field} is not right.`, {
    meta: { field, expected },
    ...(cause === undefined ? {} : { cause }),
  })
