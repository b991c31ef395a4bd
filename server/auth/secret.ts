import { CairnError } from '#server/shared/errors.ts'

const minLength = 32
/** Values that stand in examples and tutorials; compared without case and punctuation. */
const wellKnown = [
  'secret',
  'changeme',
  'nextauthsecret',
  'mysecret',
  'supersecret',
  'yoursecret',
  'development',
  'password',
  'example',
  'insecure',
  'test',
]

/**
 * The secret that session cookies are sealed with. Throws `config.invalid` when it is missing, short, repeats itself or is a well-known value:
 * whoever knows it can be anybody.
 */
export function requireSecret(secret: string | undefined): string {
  if (secret === undefined || secret === '') throw refuse('nothing')
  if (secret.length < minLength) throw refuse(`${secret.length} characters`)
  const letters = secret.toLowerCase().replace(/[^a-z0-9]/g, '')
  const rest = wellKnown.reduce((left, word) => left.replaceAll(word, ''), letters)
  if (new Set(rest).size < 8) throw refuse('a well-known or repeating value')
  return secret
}

const refuse = (found: string) =>
  new CairnError('config.invalid', 'NEXTAUTH_SECRET must be a random value of at least 32 characters.', {
    meta: { field: 'NEXTAUTH_SECRET', found, expected: 'at least 32 random characters, such as `openssl rand -base64 33`' },
  })
