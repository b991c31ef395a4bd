/** Code points that a TrueType font has glyphs for: the table `cmap`, formats 4 and 12 (OpenType 1.9). Empty for what is no font. */
export function coverageOf(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const covered = new Set<number>()
  const table = findTable(view, 'cmap')
  if (table === null) return covered
  for (let i = 0; i < view.getUint16(table + 2); i++) {
    const at = table + view.getUint32(table + 4 + 8 * i + 4)
    const format = view.getUint16(at)
    if (format === 4) addSegments(view, at, covered)
    if (format === 12) addGroups(view, at, covered)
  }
  return covered
}

function findTable(view: DataView, tag: string): number | null {
  if (view.byteLength < 12) return null
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + 16 * i
    const name = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(record + k)))
    if (name === tag) return view.getUint32(record + 8)
  }
  return null
}

/** Format 4: segments of the basic plane, each with a delta or an array of glyph numbers. */
function addSegments(view: DataView, at: number, covered: Set<number>): void {
  const size = view.getUint16(at + 6)
  const [ends, starts, deltas, offsets] = [at + 14, at + 16 + size, at + 16 + 2 * size, at + 16 + 3 * size]
  for (let i = 0; i < size; i += 2) {
    const [start, delta, offset] = [view.getUint16(starts + i), view.getUint16(deltas + i), view.getUint16(offsets + i)]
    for (let code = start; code <= view.getUint16(ends + i) && code < 0xffff; code++) {
      const listed = offset === 0 ? code : view.getUint16(offsets + i + offset + 2 * (code - start))
      const glyph = offset !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff
      if (glyph !== 0) covered.add(code)
    }
  }
}

/** Format 12: groups over all planes. */
function addGroups(view: DataView, at: number, covered: Set<number>): void {
  for (let i = 0; i < view.getUint32(at + 12); i++) {
    const group = at + 16 + 12 * i
    const [start, end, glyph] = [view.getUint32(group), view.getUint32(group + 4), view.getUint32(group + 8)]
    for (let code = start; code <= end; code++) if (glyph + code - start !== 0) covered.add(code)
  }
}
