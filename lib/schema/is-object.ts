/** Whether a value from JSON is an object, with members yet to be looked at; null and lists are none. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
