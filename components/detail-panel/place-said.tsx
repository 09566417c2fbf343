'use client'
import { useTranslations } from 'next-intl'
import { SayingCard } from '@/components/records/quotation-card'
import { StatementCard } from '@/components/records/statement-card'
import panel from '@/components/ui/panel.module.css'
import { PanelSection } from '@/components/ui/panel-section'
import { useCase } from '@/lib/client/case-context'
import { groupSayings } from '@/lib/derive/group-sayings'
import type { LinkedPlace, LinkedQuotation } from '@/lib/derive/linked-case'
import { ShortList } from './short-list'

const FIRST_SAYINGS = 4
const FIRST_STATEMENTS = 3
const spaced = `${panel.list} ${panel.ruled} ${panel.spaced}`

/** What was said about a place, in words and otherwise, and what was only said there. */
export function PlaceSaid({ place }: { place: LinkedPlace }) {
  const { quotation, statement } = useCase()
  const t = useTranslations('place')
  const named = place.quotations.map(quotation).filter((found) => found !== undefined)
  const statements = place.statements.map(statement).filter((found) => found !== undefined)
  // A place is named by what is about it and by what was only said there.
  const about = named.filter((found) => found.about.includes(place.id))
  const notAbout = named.filter((found) => !found.about.includes(place.id))
  return (
    <>
      <Sayings title={t('quotations')} quotations={about} />
      {statements.length > 0 && (
        <PanelSection title={t('statements')} count={statements.length}>
          <ShortList items={statements} first={FIRST_STATEMENTS} keyOf={({ id }) => id} className={spaced}>
            {(found) => <StatementCard statement={found} size="list" />}
          </ShortList>
        </PanelSection>
      )}
      <Sayings title={t('saidHere')} quotations={notAbout.filter(({ whereBasis }) => whereBasis !== 'seat')} />
      <Sayings title={t('saidFromSeat')} quotations={notAbout.filter(({ whereBasis }) => whereBasis === 'seat')} />
    </>
  )
}

function Sayings({ title, quotations }: { title: string; quotations: readonly LinkedQuotation[] }) {
  const { source } = useCase()
  const sayings = groupSayings(quotations, source)
  if (sayings.length === 0) return null
  return (
    <PanelSection title={title} count={sayings.length}>
      <ShortList items={sayings} first={FIRST_SAYINGS} keyOf={({ quotations: [first] }) => first.id} className={spaced}>
        {(saying) => <SayingCard saying={saying} size="panel" />}
      </ShortList>
    </PanelSection>
  )
}
