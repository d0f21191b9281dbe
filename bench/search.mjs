// How long likely duplicates and the archive take at the server: npm run bench:search
// 2,000 questions in one programme and 100,000 in the archive of 500, of varied made-up text, searched over HTTP one at a
// time. Median and 95th percentile in milliseconds, and the plans that PostgreSQL made.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
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
import { percentile } from './figures.mjs'
import { Product } from './product.mjs'
import { asked, fillArchive } from './search-samples.mjs'

const HERE = 2_000
const ARCHIVED = 100_000
const TIMES = 200
const PAGE = 50

const SEARCHES = {
  'a common word': 'khong',
  'common words': 'giay to nop o phuong',
  'a name': 'nguyen thi mong tuyen',
  'a rare word': 'xanhluc',
  'words that never meet': 'karaoke ho chieu',
  'the beginning of a word': 'so d',
  'an ending of a number': '000112',
  'what is not there': 'khongaihoi baogio',
}

async function measure(name, ask) {
  for (let time = 0; time < TIMES / 10; time++) await ask(time)
  const taken = []
  for (let time = 0; time < TIMES; time++) {
    const since = performance.now()
    await ask(time)
    taken.push(performance.now() - since)
  }
  const told = [0.5, 0.95].map(share => percentile(taken, share).toFixed(1).padStart(6))
  console.log(`${name.padEnd(40)} p50 ${told[0]}  p95 ${told[1]}`)
}

async function plan(client, name, { text }, values) {
  const { rows } = await client.query(`EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) ${text}`, values)
  console.log(`\n${name}\n${rows.map(row => `  ${row['QUERY PLAN']}`).join('\n')}`)
}

const dataDir = await mkdtemp(join(tmpdir(), 'doithoai-search-'))
const postgres = await startEmbeddedPostgres({ dataDir, durable: false })
const client = new pg.Client({ connectionString: postgres.url })
let product
try {
  product = await Product.open(postgres.url, { people: 1, screens: 0 })
  await client.connect()
  const [secretary] = product.secretaries
  const { programId } = product
  await fillArchive(client, programId, HERE, ARCHIVED)

  const similar = body => secretary.post(`/api/programs/${programId}/similar`, body)
  await measure('similar, a whole question', time => similar({ text: asked(time) }))
  await measure('similar, its beginning', time => similar({ text: asked(time).slice(0, 30) }))
  await measure('similar, with the phone', time => similar({ text: asked(time), phone: '0939000112' }))
  await measure('similar, 5,000 characters', () => similar({ text: asked(1).repeat(60).slice(0, 5000) }))
  for (const [name, text] of Object.entries(SEARCHES))
    await measure(`archive, ${name}`, () => secretary.get(`/api/questions?text=${encodeURIComponent(text)}`))
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
  await product?.close()
  await client.end()
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}
