import type { Question, Ranked } from './question.js'

/** What stands in the database around a question, as it was read behind the lock. */
export type SceneRows = { questions: Question[]; order: Ranked[] }

/** Questions of a programme as they stand now: some by id, and wholly what is on air and the running order. */
export type KnownQuestions = {
  byId: Map<string, Question>
  onAir: Question | null
  order: readonly Ranked[]
}

/** The rows around a question, if it is known. */
export function rowsOf(known: KnownQuestions | undefined, questionId: string): SceneRows | undefined {
  const question = known?.byId.get(questionId)
  if (!known || !question) return undefined
  const { onAir, order } = known
  return { questions: onAir && onAir.id !== questionId ? [question, onAir] : [question], order: [...order] }
}

/**
 * What is known when a command has written questions, and nothing else of any. `rows`: what it read around its own;
 * without them only what was known before is known further, and is added to in place.
 */
export function knownAfter(
  known: KnownQuestions | undefined,
  written: readonly Question[],
  rows?: SceneRows,
): KnownQuestions | undefined {
  const now = known ?? (rows && begun(rows))
  for (const question of rows?.questions ?? []) now?.byId.set(question.id, question)
  for (const question of written) if (now) change(now, question)
  return now
}

function begun({ questions, order }: SceneRows): KnownQuestions {
  return { byId: new Map(), onAir: questions.find(question => question.state === 'on_air') ?? null, order }
}

function change(known: KnownQuestions, question: Question): void {
  const { id, state, order } = question
  known.byId.set(id, question)
  if (state === 'on_air') known.onAir = question
  else if (known.onAir?.id === id) known.onAir = null
  const others = known.order.filter(ranked => ranked.id !== id)
  const place = others.findIndex(ranked => order !== null && ranked.order > order)
  known.order =
    order === null ? others : others.toSpliced(place < 0 ? others.length : place, 0, { id, order })
}
