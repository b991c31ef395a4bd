import type { CredentialKey } from './credentialKey.ts'
import { buildVerifiableCredential, type ExportedCredential } from './verifiableCredential.ts'

/** An export format: what it is called, how its file is named, and how it is made. Adding one is a file here and a line below. */
type ExportFormat = {
  mediaType: string
  extension: string
  build(input: ExportedCredential, key: CredentialKey, created: number): Record<string, unknown>
}

export const exportFormats = {
  'vc-2.0': { mediaType: 'application/vc', extension: 'json', build: buildVerifiableCredential },
} as const satisfies Record<string, ExportFormat>

export type ExportFormatId = keyof typeof exportFormats
