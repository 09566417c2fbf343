'use client'
import * as Tabs from '@radix-ui/react-tabs'
import { useTranslations } from 'next-intl'
import { type ComponentType, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ThreadLabel } from '@/components/ui/layer-mark'
import { useRemote } from '@/lib/client/remote/remote-context'
import { MapPart } from './map-part'
import { PlaceFinder } from './place-finder'
import { PointPart } from './point-part'
import styles from './remote-parts.module.css'
import { TimePart } from './time-part'

/** Who this device is to the wall, who else is there, and the way out. */
function DevicePart() {
  const t = useTranslations('remote.device')
  const { snapshot, disconnect } = useRemote()
  const [failed, setFailed] = useState(false)
  const own = snapshot.remotes.find(({ id }) => id === snapshot.self)
  const others = snapshot.remotes.filter(({ id }) => id !== snapshot.self)
  return (
    <div className={styles.page}>
      <h3>{t('name')}</h3>
      <p>{own?.name}</p>
      <h3>{t('screens')}</h3>
      <ul>
        {snapshot.screens.map(({ id, name, role, connected }) => (
          <li key={id}>
            {name}, {t(`roles.${role}`)}
            {!connected && <span className={styles.quiet}> · {t('offline')}</span>}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h3>{t('remotes')}</h3>
          <ul>
            {others.map(({ id, name, connected }) => (
              <li key={id}>
                {name}
                {!connected && <span className={styles.quiet}> · {t('offline')}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <Button onClick={async () => setFailed(!(await disconnect()))}>{t('disconnect')}</Button>
      {failed && <p role="alert">{t('failed')}</p>}
    </div>
  )
}

/** The tour, each thread of the story named where it begins; the scene that is on is marked and kept in sight. */
function SceneList() {
  const { linked, scenes, state, command } = useRemote()
  const numbers = new Map(linked.scenes.map(({ id }, index) => [id, index + 1]))
  const current = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (state.scene !== '') current.current?.scrollIntoView({ block: 'nearest' })
  }, [state.scene])
  return (
    <ol className={styles.scenes}>
      {scenes.map(({ id, title, thread }, index) => (
        <li key={id} data-begins={thread !== scenes[index - 1]?.thread || undefined}>
          {thread !== scenes[index - 1]?.thread && (
            <p className={styles.thread}>
              <ThreadLabel threads={linked.threads} id={thread} />
            </p>
          )}
          <Button
            ref={id === state.scene ? current : null}
            className={styles.scene}
            aria-current={id === state.scene ? 'true' : undefined}
            onClick={() => command({ kind: 'go', scene: id })}
          >
            <span className={styles.number}>{numbers.get(id)}</span>
            {title}
          </Button>
        </li>
      ))}
    </ol>
  )
}

/** What the presenter says and what the audience reads, and what comes next. */
export function SceneNotes() {
  const t = useTranslations('remote.notes')
  const { scene, nextScene } = useRemote()
  if (scene === null) return null
  return (
    <div className={styles.sceneNotesPage}>
      <h3 className={styles.title}>{t('title')}</h3>
      <p className={scene.notes === undefined ? styles.none : styles.notes}>{scene.notes ?? t('none')}</p>
      {scene.words !== '' && (
        <>
          <h3 className={styles.title}>{t('words')}</h3>
          <p className={styles.words}>{scene.words}</p>
        </>
      )}
      <h3 className={styles.title}>{t('next')}</h3>
      {nextScene === null ? (
        <p className={styles.none}>{t('last')}</p>
      ) : (
        <p className={styles.next}>{nextScene.title}</p>
      )}
    </div>
  )
}

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
  const t = useTranslations('remote.parts')
  const [chosen, setChosen] = useState<PartId>('scenes')
  const shown = parts.filter(({ id }) => !wide || id !== 'notes')
  const open = wide && chosen === 'notes' ? 'scenes' : chosen
  return (
    <Tabs.Root value={open} onValueChange={(id) => isPartId(id) && setChosen(id)} className={styles.parts}>
      <Tabs.List aria-label={t('name')} className={styles.tabs}>
        {shown.map(({ id }) => (
          <Tabs.Trigger key={id} value={id} className={styles.tab}>
            {t(id)}
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
