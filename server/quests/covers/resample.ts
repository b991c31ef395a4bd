/** RGBA, 8 bits each, rows from the top. */
export type Pixels = { width: number; height: number; data: Uint8Array | Uint8ClampedArray }
export type Size = { width: number; height: number }

type Span = { from: number; length: number }

/** The largest middle part of a length that fits `ratio` of the other side. */
export function middleOf({ width, height }: Size, to: Size): { x: Span; y: Span } {
  const wanted = to.width / to.height
  const [w, h] = width / height > wanted ? [height * wanted, height] : [width, width / wanted]
  return { x: { from: (width - w) / 2, length: w }, y: { from: (height - h) / 2, length: h } }
}

/** Weights of the source's pixels for each pixel of the target: a triangle as wide as a target's pixel, never narrower than a source's. */
function weightsOf(span: Span, source: number, target: number): { first: number; weights: Float32Array }[] {
  const scale = span.length / target
  const reach = Math.max(1, scale)
  return Array.from({ length: target }, (_, i) => {
    const centre = span.from + (i + 0.5) * scale
    const first = Math.max(0, Math.ceil(centre - reach - 0.5))
    const last = Math.min(source - 1, Math.floor(centre + reach - 0.5))
    const weights = Float32Array.from({ length: Math.max(1, last - first + 1) }, (__, k) =>
      Math.max(0, 1 - Math.abs(first + k + 0.5 - centre) / reach),
    )
    const sum = weights.reduce((total, weight) => total + weight, 0)
    if (sum === 0) weights[0] = 1
    else for (const [k, weight] of weights.entries()) weights[k] = weight / sum
    return { first: Math.min(first, source - 1), weights }
  })
}

/** The middle of a picture in another size, on white where it is transparent. First across, then down: the picture in between is never larger than needed. */
export function fill(source: Pixels, to: Size): Pixels {
  const { x, y } = middleOf(source, to)
  const columns = weightsOf(x, source.width, to.width)
  const rows = weightsOf(y, source.height, to.height)
  const top = Math.min(...rows.map(({ first }) => first))
  const bottom = Math.max(...rows.map(({ first, weights }) => first + weights.length))
  const between = new Float32Array((bottom - top) * to.width * 3)
  for (let row = top, at = 0; row < bottom; row++) {
    for (const { first, weights } of columns) {
      let [r, g, b] = [0, 0, 0]
      for (let k = 0; k < weights.length; k++) {
        const from = 4 * (row * source.width + first + k)
        const weight = weights[k] as number
        const alpha = (source.data[from + 3] as number) / 255
        const white = 255 * (1 - alpha)
        r += weight * ((source.data[from] as number) * alpha + white)
        g += weight * ((source.data[from + 1] as number) * alpha + white)
        b += weight * ((source.data[from + 2] as number) * alpha + white)
      }
      between[at++] = r
      between[at++] = g
      between[at++] = b
    }
  }
  return down(between, { to, rows, top })
}

function down(between: Float32Array, { to, rows, top }: { to: Size; rows: ReturnType<typeof weightsOf>; top: number }): Pixels {
  const data = new Uint8ClampedArray(to.width * to.height * 4)
  const stride = to.width * 3
  for (const [row, { first, weights }] of rows.entries()) {
    for (let column = 0; column < to.width; column++) {
      let [r, g, b] = [0, 0, 0]
      for (let k = 0; k < weights.length; k++) {
        const from = (first + k - top) * stride + column * 3
        const weight = weights[k] as number
        r += weight * (between[from] as number)
        g += weight * (between[from + 1] as number)
        b += weight * (between[from + 2] as number)
      }
      const at = 4 * (row * to.width + column)
      data[at] = r
      data[at + 1] = g
      data[at + 2] = b
      data[at + 3] = 255
    }
  }
  return { ...to, data }
}
