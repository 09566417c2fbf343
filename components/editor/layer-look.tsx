'use client'
import { useTranslations } from 'next-intl'
import { useId, useMemo, useRef, useState } from 'react'
import useSWR from 'swr'
import { useKeyText } from '@/components/record-text/use-names'
import { Button } from '@/components/ui/button'
import { LayerMark } from '@/components/ui/layer-mark'
import { findSymbols } from '@/lib/client/editor/editor-link'
import { withField } from '@/lib/edit/form-fields'
import { goesWith, marksFor, withMark } from '@/lib/edit/layer-design'
import type { RecordValue } from '@/lib/edit/record-edit'
import type { WorkingRecord } from '@/lib/edit/workspace'
import { legendKeys, legendRow } from '@/lib/map/legend-marks'
import { glyphStroke } from '@/lib/map/mark-image'
import { type Mark, marks, patternsOf } from '@/lib/schema/plain-marks'
import { type Hue, hues } from '@/lib/schema/plain-values'
import editorStyles from './editor.module.css'
import { useEditor, useSnapshot } from './editor-context'
import { LayerProperties } from './layer-properties'
import { HueChoice, LookChoice } from './look-choice'
import styles from './look-choice.module.css'
import formStyles from './record-form.module.css'

/** The keys of a layer that are chosen here; the form has the others. */
export const looksChosen: readonly string[] = ['mark', 'hue', 'pattern', 'symbol']

const SYMBOL_PX = 16

interface SymbolChoiceProps {
  value: unknown
  colour: Hue
  /** Whether its mark can be without one. */
  isOptional: boolean
  /** Undefined: none. */
  onChange(name: string | undefined): void
}

/** A symbol by what it looks like, or by its name. */
function SymbolChoice({ value, colour, isOptional, onChange }: SymbolChoiceProps) {
  const t = useTranslations('editor.look')
  const id = useId()
  const [typed, setTyped] = useState('')
  const { data: found = [] } = useSWR(
    `editor symbols ${typed}`,
    async () => {
      const answer = await findSymbols(typed)
      return answer.kind === 'done' ? answer.value : []
    },
    { keepPreviousData: true, revalidateOnFocus: false },
  )
  const looks = found.map((glyph) => ({
    value: glyph.name,
    words: glyph.name,
    isShort: true,
    strokes: [glyphStroke(glyph, SYMBOL_PX)],
    colour,
  }))
  return (
    <div className={`${styles.symbols} ${formStyles.field}`}>
      <label htmlFor={id}>{t('symbol', { name: typeof value === 'string' ? value : 'none' })}</label>
      <input
        id={id}
        type="search"
        value={typed}
        placeholder={t('find')}
        onChange={(event) => setTyped(event.target.value)}
      />
      <LookChoice label={t('symbols')} looks={looks} value={value} onChange={onChange} />
      {isOptional && typeof value === 'string' && (
        <Button className={editorStyles.link} onClick={() => onChange(undefined)}>
          {t('noSymbol')}
        </Button>
      )}
      <p role="status" className={looks.length > 0 ? 'visually-hidden' : undefined}>
        {t('found', { count: looks.length })}
      </p>
    </div>
  )
}

/** The layer in the legend, as the case would have it. */
function InLegend({ id }: { id: string }) {
  const t = useTranslations('editor.look')
  const keyText = useKeyText()
  const { linked } = useEditor()
  const layer = linked?.layers.find((each) => each.id === id)
  if (layer === undefined) return null
  return (
    <section aria-label={t('legend')} className={styles.legend}>
      <h3 className={formStyles.label}>{t('legend')}</h3>
      <ul>
        <li>
          <LayerMark {...legendRow(layer)} />
          {layer.name}
        </li>
        {legendKeys(layer).map(({ id: key, says, ...row }) => (
          <li key={key}>
            <LayerMark {...row} />
            {keyText(says)}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface LayerLookProps {
  record: WorkingRecord
  onChange(next: (design: RecordValue) => RecordValue): void
}

/** A layer designed by looking: what its places are drawn as, in which hue, and by which of their properties. */
export function LayerLook({ record, onChange }: LayerLookProps) {
  const t = useTranslations('editor.look')
  const { store, linked } = useEditor()
  const { workspace } = useSnapshot(store)
  const { id, value: design } = record
  const types = useMemo(() => {
    const places = [...workspace.working.values()].filter(({ file }) => file === `layers/${id}.geojson`)
    return new Set(places.map(({ value }) => String(Object(value.geometry).type ?? '')).filter((type) => type !== ''))
  }, [workspace, id])
  const places = useMemo(() => linked?.places.filter(({ layer }) => layer === id) ?? [], [linked, id])
  const mark: Mark = marks.find((each) => each === design.mark) ?? 'symbol'
  const hue = hues.find((each) => each === design.hue) ?? 'azure'
  const drawn = (look: { mark: Mark; pattern?: (typeof patterns)[number] }) => legendRow({ id, name: '', hue, ...look })
  const patterns = patternsOf[mark] ?? []
  const set = (key: string) => (value: string | undefined) => onChange((before) => withField(before, key, value))
  const choosable = marksFor(types).filter((each) => design.source === undefined || goesWith('source', each))
  const entered = useRef(design)
  return (
    <div className={styles.design}>
      <div className={formStyles.field}>
        <span className={formStyles.label}>{t('mark')}</span>
        <LookChoice
          label={t('mark')}
          looks={marks
            .filter((each) => each === mark || (mark !== 'picture' && choosable.includes(each)))
            .map((each) => ({ value: each, words: t(`marks.${each}`), ...drawn({ mark: each }) }))}
          value={mark}
          // Arrow keys pass others on their way: what goes with none of those comes back.
          onEnter={() => {
            entered.current = design
          }}
          onChange={(next) => onChange(() => withMark(entered.current, next))}
        />
      </div>
      <div className={formStyles.field}>
        <span className={formStyles.label}>{t('hue')}</span>
        <HueChoice label={t('hue')} value={design.hue} onChange={set('hue')} />
      </div>
      {patterns.length > 0 && (
        <div className={formStyles.field}>
          <span className={formStyles.label}>{t('pattern')}</span>
          <LookChoice
            label={t('pattern')}
            looks={patterns.map((pattern) => ({
              value: pattern,
              words: t(`patterns.${pattern}`),
              ...drawn({ mark, pattern }),
            }))}
            value={design.pattern ?? patterns[0]}
            onChange={set('pattern')}
          />
        </div>
      )}
      {goesWith('symbol', mark) && (
        <SymbolChoice value={design.symbol} colour={hue} isOptional={mark !== 'symbol'} onChange={set('symbol')} />
      )}
      {places.length > 0 && <LayerProperties places={places} mark={mark} design={design} onChange={onChange} />}
      <InLegend id={id} />
    </div>
  )
}
