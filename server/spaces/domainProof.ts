import { outboundUrlProblem } from '#server/shared/outbound/outboundUrl.ts'

/** The file that proves a domain: https, this path, plain text. */
export const proofUrl = (host: string) => `https://${host}/.well-known/cairn.txt`

/** The line that it holds for a space; other lines are for others. A domain may prove several spaces. */
export const proofLine = ({ slug, nonce }: { slug: string; nonce: string }) => `cairn-space ${slug} ${nonce}`

const mostLines = 1000

/** Whether a file holds the space's line, whole and alone on its line. Line ends of any system, and spaces around, are taken. */
export function proves(file: string, claim: { slug: string; nonce: string }): boolean {
  const wanted = proofLine(claim)
  return file.split(/\r\n|\r|\n/, mostLines).some(
    (line) =>
      line
        .replace(/^\ufeff/, '')
        .trim()
        .replaceAll(/[ \t]+/g, ' ') === wanted,
  )
}

/**
 * A host name as it is kept: lower case, punycode, without a last dot; null for what is no name of the internet at large. No addresses: they are nobody's
 * name, and no ports, so that whoever holds the web site itself holds the proof.
 */
export function readHost(text: string): string | null {
  const typed = text.trim().replace(/\.$/, '')
  if (typed === '' || typed.length > 253 || /[/?#@:\\\s%]/.test(typed) || !URL.canParse(`https://${typed}`)) return null
  const host = new URL(`https://${typed}`).hostname
  if (!/\.[a-z][a-z0-9-]*[a-z0-9]$/.test(host)) return null
  return outboundUrlProblem(proofUrl(host)) === null ? host : null
}
