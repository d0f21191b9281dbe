/** Class, place and SQL state of a fault, without its message. */
export function kindOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error }
  const places = error.stack?.replace(error.message, '').split('\n')
  const at = places?.find(line => line.trimStart().startsWith('at '))
  return { name: error.name, code: (error as { code?: unknown }).code, at: at?.trim() }
}
