/** What a browser that translates a page puts in the place of a text: the translation in an element of its own. */
const WRAPPER = 'FONT'

/** The element that stands for each text that was taken out of the page. */
const wrappers = new WeakMap<Node, Node>()

/** Where a node stands in the page: itself, or what stands for it. */
function standIn(node: Node): Node {
  const wrapper = node.isConnected ? undefined : wrappers.get(node)
  return wrapper?.isConnected ? wrapper : node
}

/** Puts a text that React has changed back in the place of its translation, which is of the text before. */
function putBack(text: Node): void {
  const wrapper = standIn(text)
  if (wrapper !== text) wrapper.parentNode?.replaceChild(text, wrapper)
}

function noteTranslated({ removedNodes, addedNodes }: MutationRecord, changes: MutationObserver): void {
  for (const text of removedNodes) {
    if (text.nodeName !== '#text') continue
    for (const wrapper of addedNodes)
      if (wrapper.nodeName === WRAPPER) {
        wrappers.set(text, wrapper)
        changes.observe(text, { characterData: true })
      }
  }
}

/**
 * Lets a page be translated by the browser. Translating takes texts out that React has made and goes on changing: what it
 * changed would not be seen, and what it took away or put before such a text would throw and end the page. A text that
 * changes takes its place again, and the browser translates it anew. (facebook/react#11538.)
 */
export function keepTranslatable(root: Node): void {
  const changes = new MutationObserver((records) => {
    for (const { target } of records) putBack(target)
  })
  new MutationObserver((records) => {
    for (const record of records) noteTranslated(record, changes)
  }).observe(root, { childList: true, subtree: true })

  const { removeChild, insertBefore } = Node.prototype
  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    const standing = standIn(child)
    if (standing === child || standing.parentNode !== this) return removeChild.call(this, child) as T
    removeChild.call(this, standing)
    return child
  }
  Node.prototype.insertBefore = function <T extends Node>(this: Node, child: T, before: Node | null): T {
    const standing = before === null ? null : standIn(before)
    return insertBefore.call(this, child, standing) as T
  }
}
