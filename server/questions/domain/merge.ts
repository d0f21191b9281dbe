import { DomainError } from '../../errors/domain-error.js'
import { moved } from './moved.js'
import { JOINABLE } from './moves.js'
import type { Question } from './question.js'
import type { Decision, Scene } from './scene.js'

/** The question that a caller or a merge really goes to: into a merged one means to its lead. */
export function leadOf(target: Question, related: ReadonlyMap<string, Question>): Question {
  const lead = target.mergedIntoId ? related.get(target.mergedIntoId) : target
  if (!lead || !JOINABLE.has(lead.state)) throw new DomainError('question.not_joinable')
  return lead
}

/** Merges a question, and whoever already asked the same as it, into another. */
export function decideMerge(scene: Scene, intoId: string): Decision {
  const { question, related } = scene
  const target = related.get(intoId)
  if (!target) throw new DomainError('question.not_found')
  if (target.id === question.id || target.mergedIntoId === question.id)
    throw new DomainError('question.merge_circle')
  const lead = leadOf(target, related)
  const merged = moved(scene, 'merge', { mergedIntoId: lead.id })
  const askerIds = question.askers.map(asker => asker.id)
  if (askerIds.length === 0) return { questions: [merged], leadIds: [lead.id] }
  merged.lastMove!.askerIds = askerIds
  merged.askers = []
  return {
    questions: [merged],
    leadIds: [lead.id],
    adopt: { askerIds, leadId: lead.id },
  }
}

export function decideSplit(scene: Scene): Decision {
  const leadId = scene.question.mergedIntoId
  return {
    questions: [moved(scene, 'split', { mergedIntoId: null })],
    leadIds: leadId ? [leadId] : [],
  }
}
