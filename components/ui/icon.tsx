/** Every icon, by where it stands: the units of its square, and its path on them. */
const icons = {
  'tool.find': [20, 'M9 3.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11M13 13l4 4'],
  'tool.filter': [20, 'M3 5h14M6 10h8M8.5 15h3'],
  'tool.voices': [20, 'M3 15C5 7 11 5 17 6M17 6l-4-2M17 6l-3 3.5'],
  'tool.measure': [20, 'M3 13L13 3l4 4L7 17zM6 10l1.6 1.6M8.5 7.5l1.6 1.6M11 5l1.6 1.6'],
  'tool.lay-over': [20, 'M3 6l5-2 4 3-1 5-6 1zM9 12l5-2 3 3-1 4-6 0z'],
  'tool.share': [20, 'M10 12V3M7 6l3-3 3 3M5 9H4v8h12V9h-1'],
  'map.zoomIn': [20, 'M10 4v12M4 10h12'],
  'map.zoomOut': [20, 'M4 10h12'],
  'map.panUp': [20, 'M5 12.5l5-5 5 5'],
  'map.panDown': [20, 'M5 7.5l5 5 5-5'],
  'map.panLeft': [20, 'M12.5 5l-5 5 5 5'],
  'map.panRight': [20, 'M7.5 5l5 5-5 5'],
  'map.north': [20, 'M10 3l4 13-4-3-4 3z'],
  'map.move': [
    20,
    'M10 2.5v15M2.5 10h15M7.5 5L10 2.5 12.5 5M7.5 15l2.5 2.5 2.5-2.5M5 7.5L2.5 10 5 12.5M15 7.5l2.5 2.5-2.5 2.5',
  ],
  'map.wholeCase': [20, 'M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4'],
  'move.west': [20, 'M16 10H4M9 5l-5 5 5 5'],
  'move.north': [20, 'M10 16V4M5 9l5-5 5 5'],
  'move.south': [20, 'M10 4v12M5 11l5 5 5-5'],
  'move.east': [20, 'M4 10h12M11 5l5 5-5 5'],
  'turn.left': [20, 'M5 8a6 6 0 1 1-.5 4M5 3.5V8h4.5'],
  'turn.right': [20, 'M15 8a6 6 0 1 0 .5 4M15 3.5V8h-4.5'],
  'timeline.previous': [20, 'M6 4v12M15 4l-7 6l7 6z'],
  'timeline.next': [20, 'M14 4v12M5 4l7 6l-7 6z'],
  'timeline.play': [20, 'M6 3.5l10 6.5l-10 6.5z'],
  'timeline.pause': [20, 'M6 4h3v12h-3zM11 4h3v12h-3z'],
  'timeline.hide': [20, 'M5 8l5 5l5-5'],
  'timeline.show': [20, 'M5 12l5-5l5 5'],
  'remote.back': [20, 'M12.5 4l-6 6 6 6'],
  'remote.next': [20, 'M7.5 4l6 6-6 6'],
  'remote.hold': [20, 'M7 4v12M13 4v12'],
  'remote.play': [20, 'M6 4l9 6-9 6z'],
  'remote.blank': [20, 'M13 3.5a7 7 0 1 0 3.5 9.5A6 6 0 0 1 13 3.5z'],
  'remote.light': [20, 'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2'],
  'wall.back': [24, 'M15 5l-7 7 7 7'],
  'wall.next': [24, 'M9 5l7 7-7 7'],
  'wall.hold': [24, 'M8 5v14M16 5v14'],
  'wall.play': [24, 'M8 5l11 7-11 7z'],
  'wall.blank': [24, 'M4 5h16v12H4zM4 20h16'],
  'wall.connect': [24, 'M8 3h8v18H8zM11 18h2'],
  'wall.connected': [24, 'M3 6h2M9 6h12M3 12h2M9 12h12M3 18h2M9 18h12'],
  'wall.present': [24, 'M3 5h18v11H3zM12 16v4M8 20h8'],
  'wall.fullScreen': [24, 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5'],
  'wall.held': [10, 'M1.5 0.5h2.4v9H1.5zM6.1 0.5h2.4v9H6.1z'],
  legend: [16, 'M8 2L14 5.5 8 9 2 5.5zM2.5 8.5L8 11.7l5.5-3.2M2.5 11L8 14.2l5.5-3.2'],
  seen: [
    16,
    'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM8 6.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6',
  ],
  hidden: [
    16,
    'M2.5 2.5l11 11M6.3 4A6.8 6.8 0 0 1 8 3.8c4 0 6.5 4.2 6.5 4.2a12 12 0 0 1-2 2.4M4.2 5.2A11 11 0 0 0 1.5 8S4 12.2 8 12.2c.9 0 1.8-.2 2.5-.5',
  ],
  more: [20, 'M4 10h.01M10 10h.01M16 10h.01'],
  about: [20, 'M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 1 1 0-15zM10 9v5M10 6.2v.1'],
  back: [12, 'M8 2L3.5 6 8 10'],
  forward: [12, 'M4 2l4.5 4L4 10'],
  night: [16, 'M10.5 2.2A6 6 0 1 0 13.8 10 5 5 0 0 1 10.5 2.2z'],
  paper: [
    16,
    'M8 4.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  ],
  searchField: [20, 'M8.5 2.5a6 6 0 1 0 0 12a6 6 0 0 0 0-12M13 13l4.5 4.5'],
  close: [16, 'm3 3 10 10M13 3 3 13'],
  closeCard: [16, 'm3.5 3.5 9 9m0-9-9 9'],
  remove: [10, 'M1 1l8 8M9 1l-8 8'],
  /** A 1 in a ring: by its shape, so that it is seen without colour too. */
  oneOrigin: [14, 'M7 1a6 6 0 1 1 0 12a6 6 0 1 1 0-12zM5.4 5.2 7.5 3.8v6.4'],
} as const satisfies Record<string, readonly [number, string]>

export type IconName = keyof typeof icons

interface IconProps {
  name: IconName
  /** Its colour and line come from there, or from the style sheet of what it stands in. */
  className?: string | undefined
  /** Width and height in px, where no style sheet says them. */
  size?: number
}

/** A drawing of one path beside a name, or on a button that has one: decoration, and silent. */
export function Icon({ name, className, size }: IconProps) {
  const [units, path] = icons[name]
  return (
    <svg className={className} viewBox={`0 0 ${units} ${units}`} width={size} height={size} aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
