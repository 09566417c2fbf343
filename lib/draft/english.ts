/** What the drafter knows of English: words, no names. A report in another language needs a table like this one. */

/** Verbs by which a report passes on what somebody says or thinks; each in the forms that a report uses. */
const sayingVerbs = `
  acknowledge|acknowledges|acknowledged add|adds|added|adding admit|admits|admitted agree|agrees|agreed allege|alleges|alleged
  announce|announces|announced announcing argue|argues|argued arguing ask|asks|asked assert|asserts|asserted believe|believes|believed
  blame|blames|blamed call|calls|called claim|claims|claimed claiming comment|comments|commented complain|complains|complained
  conclude|concludes|concluded concede|concedes|conceded condemn|condemns|condemned confirm|confirms|confirmed contend|contends|contended
  criticise|criticised criticize|criticized cite|cites|cited declare|declares|declared declaring demand|demands|demanded
  deny|denies|denied denying describe|describes|described describing doubt|doubts|doubted estimate|estimates|estimated
  expect|expects|expected explain|explains|explained fear|fears|feared insist|insists|insisted insisting maintain|maintains|maintained
  mention|mentions|mentioned note|notes|noted noting observe|observes|observed pledge|pledges|pledged posted predict|predicts|predicted
  promise|promises|promised quipped recall|recalls|recalled recount|recounts|recounted reject|rejects|rejected
  remark|remarks|remarked reply|replies|replied report|reports|reported respond|responds|responded say|says|said saying
  shout|shouts|shouted state|states|stated stating stress|stresses|stressed suggest|suggests|suggested suspect|suspects|suspected
  tell|tells|told think|thinks|thought threaten|threatens|threatened tweeted urge|urges|urged urging vow|vows|vowed
  caution|cautions|cautioned emphasise|emphasises|emphasised emphasize|emphasizes|emphasized reiterate|reiterates|reiterated
  testify|testifies|testified retort|retorts|retorted lament|laments|lamented joked answered
  considers|considered found held holding ruled submitted
  warn|warns|warned warning welcome|welcomes|welcomed wonder|wonders|wondered write|writes|wrote writing`
  .trim()
  .split(/[\s|]+/)

/** What somebody’s may be that a report passes on: “her view is that …”. */
const sayingNouns =
  'account|analysis|answer|argument|assessment|belief|claim|conclusion|explanation|message|opinion|point|prediction|reading|response|statement|view|warning|words'

export const sayingPattern = new RegExp(
  `(?<=^|[\\s,“”"—–(])(?:(?<accordingTo>[Aa]ccording to)|(?<noun>(?:${sayingNouns}) (?:is|was))|(?<verb>${sayingVerbs.join('|')}|made clear))(?![\\p{L}-])`,
  'gu',
)

/** Verbs that also have another use, where what follows them is a thing done rather than said. */
export const needsWords = new Set(
  'added adds announced announces asked asks call calls called report reports reported note notes posted state states threaten threatens threatened condemn answered considers considered found held holding ruled submitted joked'.split(
    ' ',
  ),
)

export const verbsOfThought = new Set(
  'believe believes believed doubt doubts doubted expect expects expected fear fears feared suspect suspects suspected think thinks thought'.split(
    ' ',
  ),
)

/** Words before a name that say what its bearer does; what stands before them belongs to the role. */
export const roles = `
  adviser advisor aide ambassador analyst archbishop attorney author baroness bishop boss captain chair chairman chairwoman
  chancellor chief colonel commander commissioner congressman congresswoman coordinator councillor counsel deputy director doctor
  dr economist editor emperor engineer envoy executive expert farmer fisherman founder general geologist governor head historian
  inspector journalist judge justice king lawyer leader lieutenant lord major manager marshal mayor mep minister mp mr mrs ms
  negotiator nurse officer official pilot pope premier president prince princess principal professor prosecutor queen
  reporter representative resident scientist secretary senator seismologist sergeant sheikh sheriff sir speaker
  spokesman spokesperson spokeswoman sultan superintendent teacher tsar vice warden witness`
  .trim()
  .split(/\s+/)
export const roleWords = new Set(roles)

/** Words by which a name is that of a body and not of a person. */
export const bodyWords = new Set(
  `academy administration administrator agency airline airlines alliance army assembly association authority authorities bank board brigade
  broadcaster bureau cabinet centre center church club coalition college command commission committee company congress consortium
  corporation corps council court coastguard department directorate federation fleet force forces foundation front fund government group
  guard guards hospital house inc institute intelligence kremlin league ltd media ministry mission movement museum nations navy network
  observatory office organisation organization parliament party pentagon police press project school secretariat senate service services
  society survey rail railway railways water energy electric gas oil motors airways shipping logistics systems holdings partners
  trust insurance telecom foods times treasury tribunal troops union university watch`.split(/\s+/),
)

/** Words that begin with a capital only where they begin a sentence, or that no name begins with. */
export const plainWords = new Set(
  `a about according after again against all along already also although always amid among an and another any are around as asked at
  back be because been before behind below beneath best between beyond both but by can could despite did do does during each early either
  else even ever every everyone few first for former four from further given had half has have having he her here hers him his how
  however i if in indeed instead into is it its itself just last late later least less let like many may me meanwhile might more
  moreover most much must my near nearly neither never nevertheless next no nobody none nor not nothing now of off on once one
  only or other others our out over own per perhaps rather same several she should since so some someone something soon still such
  than that the their them then there therefore these they this those though three through thus to today together tomorrow
  tonight too toward towards two under unless until up upon us very was we well were what when where whether which while
  who whom whose why will with within without would yes yesterday yet you your bottom having independent local officials earlier
  sources witnesses residents experts giving asked asking speaking standing sitting writing pointing citing pressed answering replying
  responding based born backed faced founded built located five six seven eight nine ten dozens hundreds thousands satellite separately finally`.split(
    /\s+/,
  ),
)

const functionWords = new Set(
  'the of and to in a is was that for on with as by at from it he she has have had were are be his her not but they an this which who'.split(
    ' ',
  ),
)
const LEAST_WORDS = 40

/** Whether a text is in English, by how often the words are met that every English text has; one of few words counts as such. */
export function isEnglish(text: string): boolean {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const common = words.filter((word) => functionWords.has(word)).length
  // Of other languages that share some of these words hardly one in ten is.
  return words.length < LEAST_WORDS
    ? !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]{20}/u.test(text)
    : common / words.length > 0.15
}

export const months = 'January February March April May June July August September October November December'.split(' ')
export const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

/** What hedges a number, by how a figure names it. */
export const qualifiers = [
  ['estimated', 'an estimated|estimated at|estimated'],
  ['at-least', 'at least|no fewer than|no less than|a minimum of'],
  ['more-than', 'more than|over|above|upwards of|in excess of|exceeding'],
  ['up-to', 'up to|as many as|as much as|at most|no more than|a maximum of'],
  ['nearly', 'nearly|almost|close to|just under|fewer than|less than|under'],
  ['about', 'about|around|approximately|roughly|some|circa|in the region of|an average of|on average'],
] as const

export const numberWords = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value] as const),
)
export const tens = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, (at + 2) * 10] as const),
)
export const scales = new Map([
  ['dozen', 12],
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
] as const)

/** Units of measure, by the sign that a figure gives. */
export const units = new Map<string, string>([
  ...['kilometer', 'kilometre', 'kilometers', 'kilometres', 'km'].map((word) => [word, 'km'] as const),
  ...['meter', 'metre', 'meters', 'metres', 'm'].map((word) => [word, 'm'] as const),
  ...['centimeter', 'centimetre', 'centimeters', 'centimetres', 'cm'].map((word) => [word, 'cm'] as const),
  ...[
    'km/h',
    'kph',
    'kmh',
    'kilometers per hour',
    'kilometres per hour',
    'kilometers an hour',
    'kilometres an hour',
  ].map((word) => [word, 'km/h'] as const),
  ...['mph', 'miles per hour', 'miles an hour'].map((word) => [word, 'mph'] as const),
  ...['km²', 'km2', 'sq km', 'square kilometers', 'square kilometres', 'square km'].map(
    (word) => [word, 'square kilometres'] as const,
  ),
  ...['m²', 'm2', 'sq m', 'square meters', 'square metres'].map((word) => [word, 'square metres'] as const),
  ...['m³', 'm3', 'cubic meters', 'cubic metres'].map((word) => [word, 'cubic metres'] as const),
  ...['square miles', 'sq miles'].map((word) => [word, 'square miles'] as const),
  ...['mm', 'millimeters', 'millimetres'].map((word) => [word, 'mm'] as const),
  ...['MW', 'megawatt', 'megawatts'].map((word) => [word.toLowerCase(), 'MW'] as const),
  ...['GW', 'gigawatt', 'gigawatts'].map((word) => [word.toLowerCase(), 'GW'] as const),
  ...['°C', 'degrees Celsius', 'degrees centigrade'].map((word) => [word.toLowerCase(), '°C'] as const),
  ...['°F', 'degrees Fahrenheit'].map((word) => [word.toLowerCase(), '°F'] as const),
  ...['mile', 'miles'].map((word) => [word, 'miles'] as const),
  ...['nautical mile', 'nautical miles'].map((word) => [word, 'nautical miles'] as const),
  ...['foot', 'feet', 'ft'].map((word) => [word, 'feet'] as const),
  ...['percent', 'per cent', '%'].map((word) => [word, '%'] as const),
  ...['tonne', 'tonnes'].map((word) => [word, 'tonnes'] as const),
  ...['ton', 'tons'].map((word) => [word, 'tons'] as const),
  ...['hectare', 'hectares'].map((word) => [word, 'ha'] as const),
  ...['acre', 'acres'].map((word) => [word, 'acres'] as const),
  ...['kilogram', 'kilograms', 'kg'].map((word) => [word, 'kg'] as const),
  ...['liter', 'litre', 'liters', 'litres'].map((word) => [word, 'l'] as const),
  ...['barrel', 'barrels'].map((word) => [word, 'barrels'] as const),
  ...['knot', 'knots'].map((word) => [word, 'knots'] as const),
  ...['degree', 'degrees'].map((word) => [word, 'degrees'] as const),
  ...['hour', 'hours'].map((word) => [word, 'hours'] as const),
  ...['minute', 'minutes'].map((word) => [word, 'minutes'] as const),
])

/** Currencies by their codes (ISO 4217) that reports put before a sum. */
export const currencyCodes = new Set(
  'AED AUD BRL CAD CHF CNY CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KES KRW KZT MXN NGN NOK NZD PHP PKR PLN RON RSD RUB SAR SEK SGD THB TRY TWD UAH USD VND ZAR'.split(
    ' ',
  ),
)
/** Zones of time as they stand behind a time of day. */
export const zoneNames = 'GMT|UTC|BST|CET|CEST|EET|EEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|IST|MSK|JST|AEST|AEDT'

/** Words before which the noun that a number counts has ended. */
export const nounEnds = new Set(
  `a across after along also among an and are around as at away because before between but by could did during for from had has have
  he her his how i in including into is it its long may might more near of off on or over people's per say says said she since so than
  that the their then there they this through to toward under until up was were when where which while who will with within
  would yesterday today killed injured dead missing fled left crossed wounded displaced died`.split(/\s+/),
)
