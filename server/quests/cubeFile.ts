/** The file of a CUBE, as the room that knows such files reads it. `id`: its URN; `holder`: wallet id; `document`: the file as canonical JSON. */
export type CubeFile = { id: string; name: string; chain: string; rollup: string; holder: string; document: string }
