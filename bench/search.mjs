// How long likely duplicates and the archive take at the server: node bench/search.mjs (of what is built)
// 2,000 questions in one programme and 100,000 in the archive of 500, of varied made-up text, searched over HTTP one at a
// time. Median and 95th percentile in milliseconds, and the plans that PostgreSQL made.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../dist/server/database/embedded-postgres.js'
import { gistOf } from '../dist/server/questions/domain/gist.js'
import { sharingWith, wantedOf } from '../dist/server/questions/domain/search-words.js'
import {
  ARCHIVE,
  ARCHIVE_NEWEST,
  CANDIDATES,
  LIKENED,
  NEWEST,
} from '../dist/server/questions/question-search.sql.js'
import { Archive, SEARCHES, timed } from './archive.mjs'
import { percentile } from './figures.mjs'
import { asked } from './search-samples.mjs'

const TIMES = 200
const PAGE = 50

async function measure(name, ask) {
  await timed(TIMES / 10, ask)
  const taken = await timed(TIMES, ask)
  const told = [0.5, 0.95].map(share => percentile(taken, share).toFixed(1).padStart(6))
  console.log(`${name.padEnd(40)} p50 ${told[0]}  p95 ${told[1]}`)
}

async function plan(client, name, { text }, values) {
  const { rows } = await client.query(`EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) ${text}`, values)
  console.log(`\n${name}\n${rows.map(row => `  ${row['QUERY PLAN']}`).join('\n')}`)
}

const dataDir = await mkdtemp(join(tmpdir(), 'doithoai-search-'))
const postgres = await startEmbeddedPostgres({ dataDir, durable: false })
let archive
try {
  archive = await Archive.open(postgres.url)
  const { client, secretary } = archive
  const { programId } = archive.product
  const similar = body => archive.similar(body)
  await measure('similar, a whole question', time => similar({ text: asked(time) }))
  await measure('similar, its beginning', time => similar({ text: asked(time).slice(0, 30) }))
  await measure('similar, with the phone', time => similar({ text: asked(time), phone: '0939000112' }))
  await measure('similar, 5,000 characters', () => similar({ text: asked(1).repeat(60).slice(0, 5000) }))
  for (const [name, text] of Object.entries(SEARCHES))
    await measure(`archive, ${name}`, () => archive.search(text))
  await measure('archive, no word', () => secretary.get('/api/questions'))
  await measure('programme list, a rare word', () =>
    secretary.get(`/api/programs/${programId}/questions?text=xanhluc`),
  )
  await measure('logging a question', time =>
    secretary.post(`/api/programs/${programId}/questions`, { id: randomUUID(), verbatim: asked(time) }),
  )

  const query = sharingWith(programId, gistOf(asked(1)))
  await plan(client, `similar: ${query}`, CANDIDATES, [programId, query, '+84939000112', LIKENED])
  for (const text of ['khong', 'karaoke ho chieu']) {
    const { patterns, query } = wantedOf(text)
    const within = [null, null, null, patterns, PAGE + 1]
    await plan(client, `archive, the newest: ${text}`, ARCHIVE_NEWEST, [...within, NEWEST])
    await plan(client, `archive, by the words: ${text}`, ARCHIVE, [...within, query])
  }
} finally {
  await archive?.close()
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}
