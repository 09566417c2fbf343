/** Size of the embedded map's frame, px, as the snippet has it; whoever pastes it may change it. */
export const embedSize = { width: 800, height: 560 } as const

function escapeAttribute(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (sign) => names[sign] ?? '')
}

/** HTML that shows `address` in a frame on another page. The title is what a screen reader says of the frame. */
export function embedSnippet(address: string, title: string): string {
  const attributes = {
    src: address,
    title,
    width: String(embedSize.width),
    height: String(embedSize.height),
    loading: 'lazy',
    referrerpolicy: 'no-referrer',
  }
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeAttribute(value)}"`)
  return `<iframe ${written.join(' ')} style="border:0;max-width:100%"></iframe>`
}
