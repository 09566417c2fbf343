'use client'
import * as Tabs from '@radix-ui/react-tabs'
import { useTranslations } from 'next-intl'
import type { ComponentType } from 'react'
import { useState } from 'react'
import { DevicePart } from './device-part'
import { MapPart } from './map-part'
import { PlaceFinder } from './place-finder'
import { PointPart } from './point-part'
import styles from './remote-parts.module.css'
import { SceneList } from './scene-list'
import { SceneNotes } from './scene-notes'
import { TimePart } from './time-part'

/** What there is to steer with, in the order of the tabs; the words are in the catalogue under `remote.parts`. */
const parts = [
  { id: 'notes', part: SceneNotes },
  { id: 'scenes', part: SceneList },
  { id: 'point', part: PointPart },
  { id: 'map', part: MapPart },
  { id: 'time', part: TimePart },
  { id: 'find', part: PlaceFinder },
  { id: 'device', part: DevicePart },
] as const satisfies readonly { id: string; part: ComponentType }[]

type PartId = (typeof parts)[number]['id']

function isPartId(text: string): text is PartId {
  return parts.some(({ id }) => id === text)
}

/** The parts of the remote, one at a time; the notes are one of them only where they do not stand beside. */
export function RemoteParts({ wide }: { wide: boolean }) {
  const words = useTranslations('remote.parts')
  const [chosen, setChosen] = useState<PartId>('scenes')
  const shown = parts.filter(({ id }) => !wide || id !== 'notes')
  const open = wide && chosen === 'notes' ? 'scenes' : chosen
  return (
    <Tabs.Root value={open} onValueChange={(id) => isPartId(id) && setChosen(id)} className={styles.parts}>
      <Tabs.List aria-label={words('name')} className={styles.tabs}>
        {shown.map(({ id }) => (
          <Tabs.Trigger key={id} value={id} className={styles.tab}>
            {words(id)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {shown.map(({ id, part: Part }) => (
        <Tabs.Content key={id} value={id} tabIndex={-1} className={styles.part}>
          <Part />
        </Tabs.Content>
      ))}
    </Tabs.Root>
  )
}
