'use client'

export function Timeline() {
  return null
}
