'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import tool from '@/components/ui/tool.module.css'
import type { OpenedFile } from '@/lib/client/bring/bring-messages'
import { columnRoles, type Mapping, type Proposal } from '@/lib/import/columns/mapping'
import { isZone } from '@/lib/import/columns/zone-offset'
import styles from './bring.module.css'

interface Choices {
  opened: OpenedFile
  mapping: Mapping
  onChange(part: Partial<Mapping>): void
}

interface ColumnChoiceProps {
  label: string
  value: string | null
  columns: readonly string[]
  /** How sure the proposal is, where it stands as it was proposed. */
  sure: Proposal['sureness'] | undefined
  onChoose(column: string | null): void
}

function ColumnChoice({ label, value, columns, sure, onChoose }: ColumnChoiceProps) {
  const t = useTranslations('bring')
  const id = useId()
  // A profile's own column, put together of others, is none of the file's.
  const others = value === null || columns.includes(value) ? [] : [value]
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ target }) => onChoose(target.value === '' ? null : target.value)}
      >
        <option value="">{t('none')}</option>
        {[...others, ...columns].map((column) => (
          <option key={column}>{column}</option>
        ))}
      </select>
      <span className={styles.sure}>{sure !== undefined && t(`sureness.${sure}`)}</span>
    </>
  )
}

type PositionKind = 'shapes' | 'columns' | 'column' | 'name'

function PositionChoice({ opened, mapping, onChange }: Choices) {
  const t = useTranslations('bring')
  const id = useId()
  const { position } = mapping
  const [draft, setDraft] = useState<{ lat: string | null; lng: string | null }>({
    lat: position?.kind === 'columns' ? position.lat : null,
    lng: position?.kind === 'columns' ? position.lng : null,
  })
  const [kind, setKind] = useState<PositionKind>(position?.kind ?? 'columns')
  const sure = opened.proposals.find(({ role }) => role === 'position')?.sureness
  const shownSure = position === opened.mapping.position ? sure : undefined
  const chooseKind = (next: PositionKind) => {
    setKind(next)
    onChange({ position: next === 'shapes' ? { kind: next } : null })
  }
  const choosePart = (part: Partial<typeof draft>) => {
    const { lat, lng } = { ...draft, ...part }
    setDraft({ lat, lng })
    onChange({ position: lat === null || lng === null ? null : { kind: 'columns', lat, lng } })
  }
  const kinds = [
    ...(opened.hasShapes ? [['shapes', t('shapes')] as const] : []),
    ['columns', `${t('roles.lat')}, ${t('roles.lng')}`] as const,
    ['column', t('roles.positionColumn')] as const,
    ['name', t('roles.place')] as const,
  ]
  const single = position?.kind === 'column' || position?.kind === 'name' ? position.column : null
  return (
    <>
      <label htmlFor={id}>{t('roles.position')}</label>
      <select
        id={id}
        value={kind}
        onChange={({ target }) => chooseKind(kinds.find(([each]) => each === target.value)?.[0] ?? kind)}
      >
        {kinds.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
      <span className={styles.sure}>{shownSure !== undefined && t(`sureness.${shownSure}`)}</span>
      {kind === 'columns' &&
        (['lat', 'lng'] as const).map((axis) => (
          <ColumnChoice
            key={axis}
            label={t(`roles.${axis}`)}
            value={draft[axis]}
            columns={opened.columns}
            sure={undefined}
            onChoose={(column) => choosePart({ [axis]: column })}
          />
        ))}
      {(kind === 'column' || kind === 'name') && (
        <ColumnChoice
          label={t(kind === 'column' ? 'roles.positionColumn' : 'roles.place')}
          value={single}
          columns={opened.columns}
          sure={undefined}
          onChoose={(column) => onChange({ position: column === null ? null : { kind, column } })}
        />
      )}
    </>
  )
}

/** Whether the day or the month comes first, where no date of the file shows it. */
export function OrderChoice({ opened, mapping, onChange }: Choices) {
  const t = useTranslations('bring')
  const id = useId()
  if (!opened.questions.some(({ ask }) => ask === 'order')) return null
  return (
    <fieldset className={styles.ask}>
      <legend>{t('order')}</legend>
      {(['day', 'month'] as const).map((order) => (
        <label key={order}>
          <input
            type="radio"
            name={`${id}-order`}
            checked={mapping.dates.order === order}
            onChange={() => onChange({ dates: { ...mapping.dates, order } })}
          />{' '}
          {t(order)}
        </label>
      ))}
    </fieldset>
  )
}

/** Whose clocks times are of. */
function ZoneChoice({ mapping, onChange }: Omit<Choices, 'opened'>) {
  const t = useTranslations('bring')
  const id = useId()
  const [zone, setZone] = useState(mapping.dates.zone ?? '')
  const isWrong = zone !== '' && !isZone(zone)
  if (mapping.start === null) return null
  return (
    <>
      <label htmlFor={`${id}-zone`}>{t('zone')}</label>
      <input
        id={`${id}-zone`}
        value={zone}
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          setZone(target.value)
          const next = target.value === '' ? null : target.value
          if (next === null || isZone(next)) onChange({ dates: { ...mapping.dates, zone: next } })
        }}
      />
      <span />
      <p id={`${id}-hint`} data-hint="" className={tool.hint}>
        {t(isWrong ? 'zoneWrong' : 'zoneHint')}
      </p>
    </>
  )
}

/** What each column is, as proposed, to be confirmed or said otherwise; the map follows. */
export function ColumnChoices(choices: Choices) {
  const { opened, mapping, onChange } = choices
  const t = useTranslations('bring')
  const sureOf = (role: (typeof columnRoles)[number]) =>
    mapping[role] === opened.mapping[role] ? opened.proposals.find((each) => each.role === role)?.sureness : undefined
  return (
    <fieldset className={styles.columns}>
      <legend>{t('columns')}</legend>
      <PositionChoice {...choices} />
      {(['start', 'end'] as const).map((role) => (
        <ColumnChoice
          key={role}
          label={t(`roles.${role}`)}
          value={mapping[role]}
          columns={opened.columns}
          sure={sureOf(role)}
          onChoose={(column) => onChange({ [role]: column })}
        />
      ))}
      <ZoneChoice mapping={mapping} onChange={onChange} />
      {columnRoles
        .filter((role) => role !== 'start' && role !== 'end')
        .map((role) => (
          <ColumnChoice
            key={role}
            label={t(`roles.${role}`)}
            value={mapping[role]}
            columns={opened.columns}
            sure={sureOf(role)}
            onChoose={(column) => onChange({ [role]: column })}
          />
        ))}
    </fieldset>
  )
}
