'use client'

export function LayOverTool() {
  return null
}
