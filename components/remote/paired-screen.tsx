'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { ThreadLabel } from '@/components/ui/layer-mark'
import { RemoteContext, useRemote, useRemoteBoard, useRemoteCase } from '@/lib/client/remote/remote-context'
import type { RemoteLink, RemoteStatus } from '@/lib/client/remote/remote-link'
import { useRemoteKeys } from '@/lib/client/remote/use-remote-keys'
import { clockText, useTick } from '@/lib/client/remote/use-tick'
import { useMedia } from '@/lib/client/use-media'
import { isolate } from '@/lib/derive/isolate'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { sceneNumber } from '@/lib/wall/tour-scenes'
import { nextChangeAt, type WallCommand } from '@/lib/wall/wall-state'
import styles from './paired-screen.module.css'
import screen from './pairing-form.module.css'
import { RemoteParts, SceneNotes } from './remote-parts'

const VIBRATION_MS = 12

/** A short tap in the hand when another scene comes on, where the device has one and somebody has touched the page. */
function useSceneTap(scene: string): void {
  const felt = useRef(scene)
  useEffect(() => {
    if (felt.current === scene) return
    felt.current = scene
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(VIBRATION_MS)
  }, [scene])
}

/** What the audience sees: the scene, its place in the tour, how long it stays, and who steers. */
function NowOnWall() {
  const t = useTranslations('remote.now')
  const { linked, scenes, scene, state, snapshot } = useRemote()
  useSceneTap(state.scene)
  const own = sceneNumber(scenes, state.scene)
  const steering = snapshot.remotes.find(({ id }) => id === snapshot.steering && id !== snapshot.self)
  if (scene === null) return <p className={styles.now}>{t('noScenes')}</p>
  return (
    <section aria-label={t('name')} className={styles.now}>
      <p className={styles.line}>
        <span className={styles.place}>
          <span>{own === null ? t(scene.part === 'title' ? 'title' : 'closingPlace') : t('place', own)}</span>
          <ThreadLabel threads={linked.threads} id={scene.thread} />
        </span>
        <TimeLeft />
      </p>
      <h2 className={styles.headline}>{scene.title}</h2>
      {state.blank && <p className={styles.blank}>{t('blank')}</p>}
      {steering !== undefined && <p className={styles.steering}>{t('steers', { name: isolate(steering.name) })}</p>}
      <p role="status" className="visually-hidden">
        {own === null
          ? t(scene.part === 'title' ? 'titleAnnounced' : 'closingAnnounced', { title: isolate(scene.title) })
          : t('announced', { ...own, title: isolate(scene.title) })}
      </p>
    </section>
  )
}

function TimeLeft() {
  const t = useTranslations('remote.now')
  const { state, tour } = useRemote()
  const time = clockText(nextChangeAt(state, tour) - useTick())
  return <span>{t(state.heldUntil === null ? 'left' : 'held', { time })}</span>
}

type Sign = 'back' | 'next' | 'hold' | 'play' | 'blank' | 'light'

/** What is wanted without looking: back, hold, dark, and next, which is the largest and under the right thumb. */
function TransportBar() {
  const t = useTranslations('remote.transport')
  const { state, command } = useRemote()
  const playing = state.heldUntil === null
  const button = (sign: Sign, sent: WallCommand) => (
    <Button data-sign={sign} onClick={() => command(sent)}>
      <Icon name={`remote.${sign}`} />
      {t(sign)}
    </Button>
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a toolbar of buttons, not a set of form fields
    <div role="group" aria-label={t('name')} className={styles.bar}>
      {button('back', { kind: 'step', by: -1 })}
      {playing ? button('hold', { kind: 'hold' }) : button('play', { kind: 'play' })}
      {button(state.blank ? 'light' : 'blank', { kind: 'blank', on: !state.blank })}
      {button('next', { kind: 'step', by: 1 })}
    </div>
  )
}

/** The time of day where the presenter is. */
function timeOfDay(locale: string): string {
  return new Date().toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** Clock, time in this scene, time until the next, and since the presenter began. */
function PresenterClock() {
  const t = useTranslations('remote.presenter')
  const locale = useLocale()
  const { state, tour } = useRemote()
  const now = useTick()
  const [began, setBegan] = useState(now)
  const times = [
    { name: t('clock'), time: timeOfDay(locale) },
    { name: t('inScene'), time: clockText(now - state.since) },
    { name: t('left'), time: clockText(nextChangeAt(state, tour) - now) },
    { name: t('total'), time: clockText(now - began) },
  ]
  return (
    <footer className={styles.footer}>
      <dl className={styles.times}>
        {times.map(({ name, time }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{time}</dd>
          </div>
        ))}
      </dl>
      <Button className={styles.restart} onClick={() => setBegan(performance.now())}>
        {t('restart')}
      </Button>
      <p className={styles.keys}>{t('keys')}</p>
    </footer>
  )
}

type Paired = Extract<RemoteStatus, { kind: 'paired' }>

/** From here on a presenter has a keyboard and room for the notes. */
const wideQuery = '(width >= 900px)'

/** A remote that has its wall; the case is fetched first. */
export function PairedScreen({ link, status }: { link: RemoteLink; status: Paired }) {
  const t = useTranslations('remote')
  const linked = useRemoteCase(status.snapshot.caseId)
  if (linked !== null) return <Steering link={link} status={status} linked={linked} />
  return (
    <main className={screen.waiting}>
      <p role="status">{t('loading')}</p>
    </main>
  )
}

/** A phone has one part on screen at a time; wider, what is said stands beside what steers. */
function Steering({ link, status, linked }: { link: RemoteLink; status: Paired; linked: LinkedCase }) {
  const t = useTranslations('remote')
  const board = useRemoteBoard(link, status, linked)
  const wide = useMedia(wideQuery)
  useRemoteKeys(board)
  return (
    <RemoteContext value={board}>
      <main
        className={styles.remote}
        data-scene={board.state.scene}
        data-connection={board.connected ? 'joined' : 'away'}
      >
        <h1 className="visually-hidden">{t('title')}</h1>
        <NowOnWall />
        <p role="status" className={board.connected ? 'visually-hidden' : styles.away}>
          {board.connected ? '' : t('disconnected')}
        </p>
        {wide && (
          <div className={styles.presenter}>
            <SceneNotes />
            <PresenterClock />
          </div>
        )}
        <RemoteParts wide={wide} />
        <TransportBar />
      </main>
    </RemoteContext>
  )
}
