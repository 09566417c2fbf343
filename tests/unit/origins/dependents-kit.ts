import {
  type DependencyNode,
  type DependencyRef,
  findDependents,
  indexDependents,
} from '@/lib/derive/origins/find-dependents'

export const ref = (text: string): DependencyRef => {
  const [kind = '', id = ''] = text.split('/')
  return { kind: kinds.find((each) => each === kind) ?? 'claim', id }
}
const kinds = [
  'source',
  'actor',
  'figure',
  'quotation',
  'statement',
  'event',
  'place',
  'chart',
  'scene',
  'claim',
] as const
export const source = (id: string, ...takesFrom: string[]): DependencyNode => ({ kind: 'source', id, takesFrom })
export const actor = (id: string): DependencyNode => ({ kind: 'actor', id })
/** A figure `report:maker>agency …`. */
export const figure = (id: string, reports: string, needs: string[] = []): DependencyNode => ({
  kind: 'figure',
  id,
  needs: needs.map(ref),
  carriages: reports.split(' ').map((text) => {
    const [report = '', bodies] = text.split(':')
    return { source: report, via: bodies?.split('>') ?? [] }
  }),
})
export const chart = (id: string, ...needs: string[]): DependencyNode => ({ kind: 'chart', id, needs: needs.map(ref) })
export const place = (id: string, ...anyOf: string[]): DependencyNode => ({
  kind: 'place',
  id,
  anyOf: [anyOf.map(ref)],
})

export function withdraw(nodes: DependencyNode[], withdrawn: string) {
  const { falls, leftWithOne } = findDependents(indexDependents(nodes), ref(withdrawn))
  const name = ({ kind, id }: DependencyRef) => `${kind}/${id}`
  return { falls: falls.map(name), leftWithOne: leftWithOne.map(name) }
}
