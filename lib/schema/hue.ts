/** Colours by name: a case names one, and each theme has its own value for it that colour-blind readers can tell from the others. */
export const hues = ['vermilion', 'ochre', 'azure', 'plum', 'pine', 'indigo', 'moss', 'rose', 'umber', 'slate'] as const
export type Hue = (typeof hues)[number]

/** The hue of what has none of its own. */
export const neutralHue: Hue = 'slate'
