function paragraph(text: string): HTMLParagraphElement {
  const element = document.createElement('p')
  element.textContent = text
  return element
}

/** The plainest panel that says which place it is and what was said about it; null takes it away. */
export function showPanel(placeId: string | null): void {
  document.querySelector('#panel')?.remove()
  const linked = window.bareCase
  const place = linked.places.find((candidate) => candidate.id === placeId)
  if (place === undefined) return
  const panel = document.createElement('div')
  panel.id = 'panel'
  const title = document.createElement('h2')
  title.textContent = place.name
  const said = linked.quotations.filter((quotation) => place.quotations.includes(quotation.id))
  panel.append(title, ...said.map((quotation) => paragraph(quotation.passage.exact)))
  panel.dataset.place = place.id
  document.body.append(panel)
}
