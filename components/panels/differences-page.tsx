'use client'

export function DifferencesPage() {
  return null
}
