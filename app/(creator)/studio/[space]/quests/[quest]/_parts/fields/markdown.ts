/** A text with what is selected of it. */
export type Selected = { text: string; from: number; to: number }

export const marks = ['bold', 'italic', 'heading', 'list', 'numbers', 'link', 'code'] as const
export type Mark = (typeof marks)[number]

const around = { bold: '**', italic: '_', code: '`' } as const
const before = { heading: '## ', list: '- ', numbers: '1. ' } as const

/** The text with a mark of Markdown put on what is selected, or taken off where it stands already. `sample`: what is marked where nothing is selected. */
export function mark(selected: Selected, name: Mark, sample: string): Selected {
  switch (name) {
    case 'bold':
    case 'italic':
    case 'code':
      return wrap(selected, around[name], sample)
    case 'heading':
    case 'list':
    case 'numbers':
      return startLines(selected, before[name])
    case 'link':
      return link(selected, sample)
  }
}

function wrap({ text, from, to }: Selected, sign: string, sample: string): Selected {
  const [head, inner, tail] = [text.slice(0, from), text.slice(from, to), text.slice(to)]
  if (head.endsWith(sign) && tail.startsWith(sign)) {
    return { text: head.slice(0, -sign.length) + inner + tail.slice(sign.length), from: from - sign.length, to: to - sign.length }
  }
  const words = inner || sample
  return { text: head + sign + words + sign + tail, from: from + sign.length, to: from + sign.length + words.length }
}

function startLines({ text, from, to }: Selected, sign: string): Selected {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const end = text.indexOf('\n', to) === -1 ? text.length : text.indexOf('\n', to)
  const lines = text.slice(start, end).split('\n')
  const marked = lines.every((line) => line.startsWith(sign))
  const next = lines.map((line) => (marked ? line.slice(sign.length) : sign + line)).join('\n')
  return { text: text.slice(0, start) + next + text.slice(end), from: start, to: start + next.length }
}

function link({ text, from, to }: Selected, sample: string): Selected {
  const words = text.slice(from, to) || sample
  const next = `[${words}](https://)`
  const at = from + words.length + 3
  return { text: text.slice(0, from) + next + text.slice(to), from: at, to: at + 'https://'.length }
}
