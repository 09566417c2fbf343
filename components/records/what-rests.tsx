'use client'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { isPart, useOpenPart, usePartTitle, useSourceName } from '@/components/record-text/record-refs'
import { useFocusName } from '@/components/record-text/use-names'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { LIST_PART, MoreButton } from '@/components/ui/more-button'
import panel from '@/components/ui/panel.module.css'
import { PanelSection } from '@/components/ui/panel-section'
import { useActions } from '@/lib/client/board-actions'
import { useCase } from '@/lib/client/case-context'
import { groupBy } from '@/lib/derive/arrays'
import { dependentsOf } from '@/lib/derive/origins/case-dependencies'
import { type DependencyRef, findDependents } from '@/lib/derive/origins/find-dependents'
import styles from './carried-line.module.css'

interface WhatRestsProps {
  of: DependencyRef
}

/** What falls, and what is left with one origin, if something were withdrawn: a part of its panel. */
export function WhatRestsSection({ of }: WhatRestsProps) {
  const t = useTranslations('rests')
  return (
    <PanelSection title={t('title')}>
      <WhatRests of={of} summary={t('ask')} />
    </PanelSection>
  )
}

/** The same without a heading. What rests on it is looked for when it is opened, and not before. */
export function WhatRests({ of, summary }: WhatRestsProps & { summary: string }) {
  return (
    <Disclosure className={styles.rests} summary={summary}>
      {() => <Dependents kind={of.kind} id={of.id} />}
    </Disclosure>
  )
}

function Dependents({ kind, id }: DependencyRef) {
  const { linked } = useCase()
  const t = useTranslations('rests')
  const { falls, leftWithOne } = useMemo(() => findDependents(dependentsOf(linked), { kind, id }), [linked, kind, id])
  if (falls.length + leftWithOne.length === 0) return <p className={panel.prose}>{t('nothing')}</p>
  return (
    <>
      <p className={panel.prose}>{t('count', { falls: falls.length, left: leftWithOne.length })}</p>
      <Lists title={t('falls')} refs={falls} />
      <Lists title={t('left')} refs={leftWithOne} />
    </>
  )
}

function Lists({ title, refs }: { title: string; refs: readonly DependencyRef[] }) {
  if (refs.length === 0) return null
  return (
    <>
      <p className={styles.title}>{title}</p>
      {[...groupBy(refs, ({ kind }) => kind)].map(([kind, ofKind]) => (
        <KindList key={kind} title={title} kind={kind} refs={ofKind} />
      ))}
    </>
  )
}

/** So many of a kind are seen at first: on the report of a case rests all of it. */
const FIRST_ROWS = 8

interface KindListProps {
  title: string
  kind: DependencyRef['kind']
  refs: readonly DependencyRef[]
}

function KindList({ title, kind, refs }: KindListProps) {
  const name = useTranslations('rests.kinds')(kind)
  const [rows, setRows] = useState(FIRST_ROWS)
  const rest = refs.length - rows
  return (
    <>
      <p className={styles.kind}>
        {name} <span className={panel.count}>{refs.length}</span>
      </p>
      <ul className={panel.list} aria-label={`${title}: ${name}`}>
        {refs.slice(0, rows).map((ref) => (
          <li key={ref.id}>
            <RestRow of={ref} />
          </li>
        ))}
      </ul>
      {rest > 0 && <MoreButton rest={rest} onMore={() => setRows(rows + LIST_PART)} />}
    </>
  )
}

/** Opens what it names, where that can be read; on the map nothing is pointed at. */
function RestRow({ of }: WhatRestsProps) {
  const { choose } = useActions()
  const openPart = useOpenPart()
  const name = useRestName()(of)
  const open = () => {
    const { kind, id } = of
    if (isPart(kind)) openPart({ kind, id })
    else choose({ kind: kind === 'actor' ? 'speaker' : kind, id })
  }
  return (
    <Button className={panel.row} onClick={open}>
      <bdi>{name}</bdi>
    </Button>
  )
}

/** What an entry is called; a figure with what it counts, as a number alone says little. */
function useRestName(): (ref: DependencyRef) => string {
  const { figure } = useCase()
  const focusName = useFocusName()
  const partTitle = usePartTitle()
  const sourceName = useSourceName()
  return ({ kind, id }) => {
    if (kind === 'source') return sourceName(id)
    if (isPart(kind)) return partTitle({ kind, id }) ?? id
    const name = focusName({ kind: kind === 'actor' ? 'speaker' : kind, id }) ?? id
    if (kind === 'figure') return `${name}: ${figure(id)?.counts ?? ''}`
    return kind === 'quotation' ? `“${name}”` : name
  }
}
