/** What React did in one commit: names of components, one entry a render. */
export interface Commit {
  mounted: string[]
  rendered: string[]
}

/** The parts of React's own record of a component that tell whether it rendered; as React's developer tools read it. */
interface Fiber {
  tag: number
  flags: number
  type: unknown
  alternate: Fiber | null
  child: Fiber | null
  sibling: Fiber | null
}

const PERFORMED_WORK = 1
/** Function components, those that forward a ref, and both kinds of memo. */
const componentTags: ReadonlySet<number> = new Set([0, 11, 14, 15])

/** An element and its fixed attributes: as little counted as the `button` or the `svg` that it renders. */
const elements: ReadonlySet<string> = new Set(['Button', 'IconButton', 'Icon'])

function nameOf(type: unknown): string {
  if (typeof type === 'function') return type.name
  if (typeof type !== 'object' || type === null) return ''
  if ('type' in type) return nameOf(type.type)
  return 'render' in type ? nameOf(type.render) : ''
}

function childrenOf(fiber: Fiber | null): Fiber[] {
  const children: Fiber[] = []
  for (let child = fiber?.child ?? null; child !== null; child = child.sibling) children.push(child)
  return children
}

function collect(fiber: Fiber, commit: Commit): void {
  const before = fiber.alternate
  const name = nameOf(fiber.type)
  if (componentTags.has(fiber.tag) && !elements.has(name)) {
    if (before === null) commit.mounted.push(name)
    else if ((fiber.flags & PERFORMED_WORK) !== 0) commit.rendered.push(name)
  }
  // Where React did not go on, the children are the very same as before.
  if (before !== null && before.child === fiber.child) return
  const had = new Set(childrenOf(before))
  for (const child of childrenOf(fiber)) if (!had.has(child)) collect(child, commit)
}

/**
 * Notes every commit from now on, through the hook that React offers its developer tools. Must be called before
 * `react-dom` is loaded; answers a function that hands over what was noted since it was last asked.
 */
export function watchCommits(): () => Commit[] {
  let commits: Commit[] = []
  const hook = {
    supportsFiber: true,
    isDisabled: false,
    checkDCE: () => undefined,
    inject: () => 1,
    onCommitFiberUnmount: () => undefined,
    onPostCommitFiberRoot: () => undefined,
    onCommitFiberRoot: (_renderer: number, root: { current: Fiber }) => {
      const commit: Commit = { mounted: [], rendered: [] }
      collect(root.current, commit)
      commits.push(commit)
    },
  }
  Object.assign(globalThis, { __REACT_DEVTOOLS_GLOBAL_HOOK__: hook })
  return () => {
    const noted = commits
    commits = []
    return noted
  }
}
