/** Whether a key is for somebody else: the browser, which has its own use for it with a modifier, or who has answered it. */
export function isTaken(event: KeyboardEvent): boolean {
  return event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey
}

/** Whether a click asks for another window, which a link can have. */
export function isForNewWindow(event: Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey
}

/** Whether what is pressed there goes into a field. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
}

/** Signs that steer, by where they are on a keyboard whose own letters stand there. */
const signs: Readonly<Record<string, string>> = {
  ...{ Comma: ',', Period: '.', Slash: '/', BracketLeft: '[', BracketRight: ']' },
}

/**
 * What a key is here, whatever the keyboard: its Latin letter in lower case, its sign or its name. Where it writes neither
 * ASCII nor a name, as on a Ukrainian, Greek or Arabic keyboard, its place says which letter or sign it is; and of the row
 * of digits, which a French keyboard has under Shift, the digit. A sign that a keyboard writes there stays that sign where
 * it steers something: `keeps` are those, as minus, which has the place of the 6.
 */
export function keyOf({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>, keeps = ''): string {
  const [, digit] = /^Digit(\d)$/.exec(code) ?? []
  if (digit !== undefined && !shiftKey && key.length === 1 && !keeps.includes(key)) return digit
  const isAscii = /^[ -~]$/.test(key)
  const isNamed = key.length > 1 && key !== 'Dead' && key !== 'Process' && key !== 'Unidentified'
  if (isAscii || isNamed) return key.length === 1 ? key.toLowerCase() : key
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? []
  return letter?.toLowerCase() ?? signs[code] ?? key
}

/** Whether nothing that can be seen has the keyboard, as where what had it is gone. */
export function hasNoFocus(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || !activeElement.checkVisibility()
}
