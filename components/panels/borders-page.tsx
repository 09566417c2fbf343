'use client'

export function BordersPage() {
  return null
}
