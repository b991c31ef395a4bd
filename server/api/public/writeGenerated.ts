import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApiDocument } from './openApi.ts'
import { writeErrorMeanings } from './problemTexts.ts'
import { writeSdkTypes } from './sdkTypes.ts'

/** Files that are made from others, by their paths in the repository. */
export function generatedFiles(root: string): Record<string, string> {
  return {
    // The address is the deployment's, so no type depends on it.
    'server/api/public/sdk/types.gen.ts': writeSdkTypes(openApiDocument('https://cairn.example')),
    'server/api/public/errorMeanings.gen.ts': writeErrorMeanings(readFileSync(join(root, 'docs/errors.md'), 'utf8')),
  }
}

/** `node server/api/public/writeGenerated.ts`, after a change of routes or of docs/errors.md. */
if (import.meta.main) {
  const root = join(import.meta.dirname, '..', '..', '..')
  for (const [path, text] of Object.entries(generatedFiles(root))) writeFileSync(join(root, path), text)
}
