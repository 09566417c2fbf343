'use client'

export function ShareTool() {
  return null
}
