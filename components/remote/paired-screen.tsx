'use client'
import { useTranslations } from 'next-intl'
import { RemoteContext } from '@/lib/client/remote/remote-context'
import type { RemoteLink, RemoteStatus } from '@/lib/client/remote/remote-link'
import { useRemoteBoard } from '@/lib/client/remote/use-remote-board'
import { useRemoteCase } from '@/lib/client/remote/use-remote-case'
import { useRemoteKeys } from '@/lib/client/remote/use-remote-keys'
import { useMedia } from '@/lib/client/use-media'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { NowOnWall } from './now-on-wall'
import styles from './paired-screen.module.css'
import { PresenterClock } from './presenter-clock'
import { RemoteParts } from './remote-parts'
import screen from './remote-screen.module.css'
import { SceneNotes } from './scene-notes'
import { TransportBar } from './transport-bar'

type Paired = Extract<RemoteStatus, { kind: 'paired' }>

/** From here on a presenter has a keyboard and room for the notes. */
const wideQuery = '(width >= 900px)'

/** A remote that has its wall; the case is fetched first. */
export function PairedScreen({ link, status }: { link: RemoteLink; status: Paired }) {
  const words = useTranslations('remote')
  const linked = useRemoteCase(status.snapshot.caseId)
  if (linked !== null) return <Steering link={link} status={status} linked={linked} />
  return (
    <main className={screen.waiting}>
      <p role="status">{words('loading')}</p>
    </main>
  )
}

/** A phone has one part on screen at a time; wider, what is said stands beside what steers. */
function Steering({ link, status, linked }: { link: RemoteLink; status: Paired; linked: LinkedCase }) {
  const words = useTranslations('remote')
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
        <h1 className="visually-hidden">{words('title')}</h1>
        <NowOnWall />
        <p role="status" className={board.connected ? 'visually-hidden' : styles.away}>
          {board.connected ? '' : words('disconnected')}
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
