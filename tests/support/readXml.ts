import { SaxesParser } from 'saxes'

export type XmlElement = { name: string; attributes: Record<string, string>; text: string }

/** The elements of an XML document in their order, each with the text directly in it. Throws where the document is not well-formed. */
export function xmlOf(document: string): XmlElement[] {
  const parser = new SaxesParser()
  const elements: XmlElement[] = []
  const open: XmlElement[] = []
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes: { ...attributes }, text: '' }
    elements.push(element)
    open.push(element)
  })
  const addText = (text: string) => {
    const innermost = open.at(-1)
    if (innermost) innermost.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => open.pop())
  parser.write(document).close()
  return elements
}
