import { ImageResponse } from 'next/og'
import { createElement } from 'react'
import { iconFiles, iconGround, icons } from '#app/_data/icons.ts'
import { markSvg } from '#app/_ui/markSvg.ts'

// Drawn once, when the site is built.
export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () => iconFiles.map((name) => ({ name }))

/** The mark as PNG, in the sizes that home screens ask for. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const { name } = await params
  const file = iconFiles.find((each) => each === name)
  if (file === undefined) return new Response(null, { status: 404 })
  const { size, margin } = icons[file]
  const source = `data:image/svg+xml;base64,${Buffer.from(markSvg({ size, margin, ground: iconGround })).toString('base64')}`
  const picture = createElement('img', { src: source, width: size, height: size, alt: '' })
  return new ImageResponse(picture, { width: size, height: size })
}
