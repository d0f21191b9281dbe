import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const SERVER = join(import.meta.dirname, '../../server')
const files = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter(
  file => file.endsWith('.ts') && !file.includes('migrations'),
)
const holding = (pattern: RegExp) =>
  files.filter(file => pattern.test(readFileSync(join(SERVER, file), 'utf8')))

/** The tables that are the programme's truth, in a statement that changes them. */
const CHANGES_THE_TRUTH =
  /\b(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(?:program|program_entry|speaker|question|question_wording|ledger_entry|message)"?[\s(]/

describe('the house', () => {
  it('announces from one room only', () => {
    expect(holding(/\.emit\(/).filter(file => !file.startsWith('live/'))).toEqual([])
    expect(holding(/\.emit\(/)).toContain('live/live.rooms.ts')
  })

  it('changes a programme inside a recorded transaction only', () => {
    const changing = holding(CHANGES_THE_TRUTH)
    const recorded = holding(/LedgerTransaction|ledger\.record/)
    expect(changing.filter(file => !recorded.includes(file) && !file.startsWith('ledger/'))).toEqual([])
    expect(changing).toContain('questions/question.sql.ts')
  })

  it('reads its settings in one place, and the environment nowhere else but to hand it on', () => {
    expect(holding(/process\.env/).toSorted()).toEqual([
      'backup/backup.main.ts',
      'backup/restore.main.ts',
      'database/embedded/run-command.ts',
      'main.ts',
      'seed/demo-questions.ts',
      'setup/parent-watch.ts',
    ])
    expect(holding(/readSettings\(process\.env\)/).toSorted()).toEqual([
      'backup/backup.main.ts',
      'backup/restore.main.ts',
      'main.ts',
      'seed/demo-questions.ts',
    ])
  })
})
