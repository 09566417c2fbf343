'use client'

export function FilterTool() {
  return null
}
