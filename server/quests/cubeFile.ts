/** The file of a CUBE, as the room that knows such files reads it. `id`: its URN; `holder`: wallet id; `document`: the file as canonical JSON. */
export type CubeFile = { id: string; name: string; chain: string; rollup: string; holder: string; document: string }

/** What somebody else calls their quest, fit for a sentence: no control or direction characters (a database takes no NUL), not too long. */
export const nameOf = (name: string): string => [...name.toWellFormed().replace(/[\p{Cc}\p{Cf}]/gu, '')].slice(0, 80).join('')
