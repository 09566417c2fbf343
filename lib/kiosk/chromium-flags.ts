/** A flag of Chromium's, and what the wall would show or do without it. Each is known to Chromium 156. */
interface KioskFlag {
  flag: string
  why: string
}

/** What a browser needs so that nobody has to stand beside it. */
export const kioskFlags: readonly KioskFlag[] = [
  { flag: '--kiosk', why: 'whole screen, without tabs, address or a way out by the pointer' },
  { flag: '--no-first-run', why: 'a new profile opens with a welcome' },
  { flag: '--no-default-browser-check', why: 'asks to become the default browser' },
  { flag: '--noerrdialogs', why: 'errors of the browser itself open dialogs' },
  { flag: '--hide-crash-restore-bubble', why: 'after a crash or a power cut it offers to restore pages' },
  { flag: '--disable-infobars', why: 'bars of notices push the page down' },
  { flag: '--disable-notifications', why: 'notices of other pages and of the browser' },
  { flag: '--deny-permission-prompts', why: 'a question for a permission waits for an answer for ever' },
  {
    flag: '--disable-features=Translate,MediaRouter',
    why: 'offers to translate the names, and looks for cast devices',
  },
  { flag: '--disable-prompt-on-repost', why: 'a question at a reload' },
  { flag: '--hide-scrollbars', why: 'a scroll bar where a driver rounds the screen’s size' },
  { flag: '--overscroll-history-navigation=0', why: 'a swipe across the display would leave the wall' },
  { flag: '--disable-pinch', why: 'two fingers would enlarge the page; the map’s own zoom is not touched' },
  { flag: '--disable-gpu-process-crash-limit', why: 'the browser ends after a few crashes of the graphics process' },
  { flag: '--disable-domain-blocking-for-3d-apis', why: 'after such crashes a page is refused WebGL' },
  { flag: '--disable-renderer-backgrounding', why: 'a window that seems covered is given less time' },
  { flag: '--disable-backgrounding-occluded-windows', why: 'a display that sleeps counts as covered' },
  { flag: '--disable-background-timer-throttling', why: 'timers of a page that seems hidden run once a minute' },
  { flag: '--disable-background-networking', why: 'asks the internet for lists and experiments' },
  { flag: '--disable-component-update', why: 'loads parts of itself in the background' },
  { flag: '--disable-sync', why: 'looks for an account' },
  { flag: '--disable-domain-reliability', why: 'reports failed requests to its maker' },
  { flag: '--check-for-update-interval=31536000', why: 'a sign that an update is due; once a year, s' },
  { flag: '--password-store=basic', why: 'asks to unlock the desktop’s key ring, in a dialog' },
  { flag: '--disk-cache-size=104857600', why: 'the cache would grow with the disk; bytes' },
]

/** What the profile's folder and the page are: all that differs from one kiosk to the next. */
export interface KioskPage {
  profile: string
  address: string
  /** Further flags of the machine's own, separated by spaces: for a driver, or for a test without a display. */
  extra?: string | undefined
}

/** The arguments that Chromium is started with. The pipe leaves no port open that could be asked from elsewhere. */
export function chromiumArguments({ profile, address, extra = '' }: KioskPage): string[] {
  const own = extra.split(/\s+/).filter((flag) => flag !== '')
  return [
    ...kioskFlags.map(({ flag }) => flag),
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    ...own,
    address,
  ]
}
