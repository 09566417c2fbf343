import { numberIn, type Profile, textIn } from './profile'

/** The number of a magnitude with its place: "M 4.2, 10 km N of …". */
function quakeTitle(cells: Parameters<NonNullable<Profile['derive']>>[0]): string {
  const [mag, place] = [textIn(cells, 'mag'), textIn(cells, 'place')]
  return (
    textIn(cells, 'title') ??
    [mag === undefined ? 'Earthquake' : `M ${mag}`, place].filter((part) => part !== undefined).join(', ')
  )
}

/** Earthquakes of USGS, as table or as GeoJSON. */
export const usgs: Profile = {
  id: 'usgs',
  title: 'USGS earthquakes',
  signs: ['mag', 'place', 'time', 'updated', 'magType', 'net'],
  mapping: { start: 'time', name: 'title', category: 'type', count: 'mag', source: 'url', accuracy: 'errorKm' },
  derive(cells) {
    return { title: quakeTitle(cells), errorKm: numberIn(cells, 'horizontalError') }
  },
}

/** Disasters of GDACS, as feed or GeoJSON. */
export const gdacs: Profile = {
  id: 'gdacs',
  title: 'GDACS',
  signs: ['eventtype', 'eventid', 'alertlevel', 'fromdate', 'todate'],
  mapping: {
    position: { kind: 'shapes' },
    start: 'from',
    end: 'to',
    name: 'called',
    category: 'alertlevel',
    words: 'description',
    source: 'link',
    dates: { order: 'month', zone: 'Z' },
  },
  derive(cells) {
    const [from, to] = ['fromdate', 'todate'].map((key) => textIn(cells, key))
    return {
      from: from ?? textIn(cells, 'date'),
      ...(to === from ? {} : { to }),
      called: textIn(cells, 'title') ?? textIn(cells, 'name') ?? textIn(cells, 'eventname'),
      link: textIn(cells, 'link') ?? textIn(cells, 'url.report'),
    }
  },
}

/** Warnings of the Common Alerting Protocol 1.2. */
export const cap: Profile = {
  id: 'cap',
  title: 'CAP 1.2',
  signs: ['identifier', 'sender', 'sent', 'msgType', 'urgency', 'certainty', 'areaDesc'],
  mapping: {
    position: { kind: 'shapes' },
    start: 'from',
    end: 'expires',
    name: 'title',
    category: 'severity',
    words: 'description',
    source: 'web',
  },
  derive: (cells) => ({
    from: textIn(cells, 'onset') ?? textIn(cells, 'effective') ?? textIn(cells, 'sent'),
    title: [textIn(cells, 'headline') ?? textIn(cells, 'event'), textIn(cells, 'areaDesc')]
      .filter((part) => part !== undefined)
      .join(', '),
  }),
}
