import { CairnError } from '#server/shared/errors.ts'
import { place } from '../queryFields.ts'
import { publicRoute } from '../route.ts'
import { credentialPage, credentialRecord, document } from '../schemas/credential.ts'

const index = place.meta({ description: 'The CUBE’s leaf in the slot.' })
const none = (found: number) => new CairnError('not-found', 'There is no such credential.', { meta: { field: 'index', found } })

export const credentialRoutes = [
  publicRoute({
    ...{ id: 'getCredential', path: '/v1/credentials/{index}', tag: 'Credentials', summary: 'A CUBE with its portable document' },
    params: { index },
    answer: credentialPage,
    async run({ members }, { params }) {
      const found = await members.explorer.credentialByIndex(params.index, null)
      if (!found) throw none(params.index)
      return { ...found, document: await members.exporter.exportCredential(params.index) }
    },
  }),
  publicRoute({
    ...{
      id: 'getCredentialDocument',
      path: '/v1/credentials/{index}/document',
      tag: 'Credentials',
      summary: 'The document of a final CUBE',
    },
    description: 'What its holder keeps: a W3C Verifiable Credential 2.0 that anybody can check without us, against L2 alone.',
    params: { index },
    answer: document,
    async run({ members }, { params }) {
      const found = await members.explorer.credentialByIndex(params.index, null)
      if (!found) throw none(params.index)
      const made = await members.exporter.exportCredential(params.index)
      if (made) return made
      throw new CairnError('conflict', 'This credential is not final yet.', {
        meta: { field: 'index', found: found.state, expected: 'final' },
      })
    },
  }),
  publicRoute({
    ...{ id: 'getCredentialRecord', path: '/v1/credentials/{index}/record', tag: 'Credentials', summary: 'What a CUBE rests on' },
    description: 'The rules it was earned by, in words; digests of the evidence, which `./cairn reverify` compares; expiry and revocation.',
    params: { index },
    answer: credentialRecord,
    run: ({ members }, { params }) => members.credentials.record({ index: params.index, viewerId: null }),
  }),
]
