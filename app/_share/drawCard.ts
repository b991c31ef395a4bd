import { ImageResponse } from 'next/og'
import type { ReactElement } from 'react'
import { cardSize } from './cardParts.tsx'
import type { Picture } from './keptPictures.ts'
import type { PictureFont } from './pictureFonts.ts'

/** The card as a PNG. */
export async function drawCard(card: ReactElement, fonts: PictureFont[]): Promise<Picture> {
  return new Uint8Array(await new ImageResponse(card, { ...cardSize, fonts }).arrayBuffer())
}
