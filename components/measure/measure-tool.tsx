'use client'

export function MeasureTool() {
  return null
}
