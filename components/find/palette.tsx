'use client'

interface PaletteProps {
  onClose(): void
}

export function Palette(_: PaletteProps) {
  return null
}
