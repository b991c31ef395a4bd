import { message, type WebhookType, webhookTypes } from '#server/webhooks/payloads.ts'
import { createSchemaWriter, exampleOf, type Schemas } from './jsonSchemas.ts'
import { type Answer, always, headerRefs, type Media, type Operation, operationOf, problems, type Ref, type Write } from './operations.ts'
import { problemType } from './problem.ts'
import { type Tag, tags } from './route.ts'
import { restRoutes } from './routes.ts'
import { problem } from './schemas/basics.ts'

type WebhookOperation = {
  operationId: string
  summary: string
  tags: [Tag]
  security: []
  requestBody: { content: Record<string, Media> }
  responses: Record<string, Answer | Ref>
}

export type OpenApi = {
  openapi: string
  info: Record<string, unknown>
  servers: { url: string; description: string }[]
  tags: { name: Tag; description: string }[]
  paths: Record<string, Record<string, Operation>>
  /** What we send to a space's own systems, by type. */
  webhooks: Record<string, { post: WebhookOperation }>
  components: {
    schemas: Schemas
    responses: Record<string, Answer>
    headers: Record<string, unknown>
    securitySchemes: Record<string, unknown>
  }
}

const tagTexts: Record<Tag, string> = {
  Quests: 'What there is to do.',
  Spaces: 'Who makes quests.',
  People: 'Members, their CUBEs and XP.',
  Credentials: 'CUBEs, by their leaf in the slot.',
  Slot: 'Batches and transactions of the slot, and the chains that are read.',
  'Your quests': 'Quests of your space: written, reviewed, launched, paused, ended.',
  Insights: 'How far people come, and who they are.',
  Webhooks: 'Where your own systems are told what happens.',
  Lists: 'Lists that your rules can name.',
}

/** The OpenAPI 3.1 document of the REST API, made from its routes. `origin`: where it is served. */
export function openApiDocument(origin: string): OpenApi {
  const { write, schemas } = createSchemaWriter()
  const paths: OpenApi['paths'] = {}
  for (const route of restRoutes) paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route, write) }
  const problemSchema = write(problem, 'output')
  const responses = Object.values(problems).map(([name, description]): [string, Answer] => [
    name,
    { description, headers: headerRefs(...always), content: { [problemType]: { schema: problemSchema } } },
  ])
  const document: OpenApi = {
    openapi: '3.1.1',
    info: {
      title: 'Cairn',
      version: '1.0.0',
      summary: 'Quests, credentials and what a space does with them',
      description:
        'Public reads need nothing. What is a space’s own takes a key, made in the studio under Integrations, as `authorization: Bearer cairn_key_…`. Answers may gain members at any time, so ignore what you do not know.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: origin, description: 'This deployment' }],
    tags: tags.map((name) => ({ name, description: tagTexts[name] })),
    paths,
    webhooks: Object.fromEntries(webhookTypes.map((type) => [type, { post: webhookOf(type, write) }])),
    components: { schemas, responses: Object.fromEntries(responses), headers, securitySchemes },
  }
  addExamples(document)
  return document
}

let written: { origin: string; json: string } | null = null

/** The same as JSON; written once for an origin. */
export function openApiJson(origin: string): string {
  if (written?.origin !== origin) written = { origin, json: JSON.stringify(openApiDocument(origin)) }
  return written.json
}

const summaries: Record<WebhookType, string> = {
  'quest.published': 'A quest, or its next version, was launched',
  'quest.live': 'A quest opened',
  'quest.ended': 'A quest ended',
  'participation.started': 'A member began a quest',
  'step.passed': 'A member passed a step',
  'quest.completed': 'A member completed a quest',
  'credential.final': 'A CUBE is final on L2',
  'credential.revoked': 'A CUBE was taken back for good',
  'webhook.test': 'You asked for a test message',
}

/** A message as our side sends it, by the Standard Webhooks spec (docs/webhooks.md). */
function webhookOf(type: WebhookType, write: Write): WebhookOperation {
  const name = `${type
    .split('.')
    .map((part) => part[0]?.toUpperCase() + part.slice(1))
    .join('')}Message`
  const schema = write(message(type).meta({ id: name, description: `${summaries[type]}.` }), 'output')
  return {
    ...{ operationId: `on${name}`, summary: summaries[type], tags: ['Webhooks'], security: [] },
    requestBody: { content: { 'application/json': { schema } } },
    responses: {
      '200': { description: 'Any 2xx within 15 seconds: you have it.' },
      '410': { description: 'Nobody is here any more: the endpoint is disabled.' },
    },
  }
}

/** Gives every body and answer an example, made from the examples of its parts. */
function addExamples({ paths, webhooks, components: { schemas, responses } }: OpenApi): void {
  const operations = Object.values(paths).flatMap((byMethod) => Object.values(byMethod))
  const answers = [...operations.flatMap((operation) => Object.values(operation.responses)), ...Object.values(responses)]
  const contents = [
    ...answers.flatMap((answer) => ('content' in answer && answer.content ? [answer.content] : [])),
    ...operations.flatMap(({ requestBody }) => (requestBody ? [requestBody.content] : [])),
    ...Object.values(webhooks).map(({ post }) => post.requestBody.content),
  ]
  for (const media of contents.flatMap((content) => Object.values(content))) media.example ??= exampleOf(media.schema, schemas)
}

const text = { type: 'string' }
const headers = {
  'x-request-id': { description: 'The request’s id, in our logs, too. Yours, when you send one.', schema: text },
  ratelimit: { description: 'Calls that are left, and seconds until all are there again: `"key";r=598;t=41`.', schema: text },
  'ratelimit-policy': { description: 'The limit that was counted: `"key";q=600;w=60`.', schema: text },
  etag: { description: 'Give it as `if-none-match`, and the same answer is 304 without a body.', schema: text },
}
const securitySchemes = {
  key: {
    type: 'http',
    scheme: 'bearer',
    description: 'A key of a space. It may do what its scopes name, and never more than its maker’s role.',
  },
}
