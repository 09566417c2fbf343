import { scanXml } from './scan-xml'

/** A small XML document in memory: names without prefix, with their namespace. */
export interface XmlNode {
  local: string
  uri: string
  attributes: (name: string) => string | undefined
  children: XmlNode[]
  /** Its own text, without that of its children. */
  text: string
}

/** Reads an XML text as a tree. Throws an ImportFault. */
export function readXmlTree(text: string): XmlNode {
  const root: XmlNode = { local: '', uri: '', attributes: () => undefined, children: [], text: '' }
  const open: XmlNode[] = [root]
  scanXml(text, {
    open({ local, uri, attribute }) {
      const node: XmlNode = { local, uri, attributes: attribute, children: [], text: '' }
      open.at(-1)?.children.push(node)
      open.push(node)
    },
    text(piece) {
      const node = open.at(-1)
      if (node !== undefined) node.text += piece
    },
    close: () => void open.pop(),
  })
  return root.children[0] ?? root
}

export function childrenOf(node: XmlNode, local: string): XmlNode[] {
  return node.children.filter((child) => child.local === local)
}

/** The text of the first child of that name; undefined where there is none, or nothing in it. */
export function textOf(node: XmlNode | undefined, ...path: readonly string[]): string | undefined {
  let at = node
  for (const local of path) at = at?.children.find((child) => child.local === local)
  const text = at?.text.trim()
  return text === '' ? undefined : text
}

/** All nodes of that name below one, at any depth, in their order. */
export function allBelow(node: XmlNode, local: string): XmlNode[] {
  const found: XmlNode[] = []
  const left = [...node.children].reverse()
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (next.local === local) found.push(next)
    for (const child of next.children.toReversed()) left.push(child)
  }
  return found
}
