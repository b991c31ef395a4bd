/** What XML 1.0 has no place for, lone surrogates among it. */
const outsideXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
/** Turns the direction of writing around: in somebody's title it can make a sentence of ours say something else. */
const turns = /\p{Bidi_Control}/gu

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text of people as it may stand in XML or HTML, between tags or in a quoted attribute. */
export const escapeMarkup = (text: string): string =>
  text
    .replace(outsideXml, '')
    .replace(turns, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
