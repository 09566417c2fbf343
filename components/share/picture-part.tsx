'use client'

export function PicturePart() {
  return null
}
