'use client'

export function PublishPart() {
  return null
}
