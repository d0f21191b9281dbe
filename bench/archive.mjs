import pg from 'pg'
import { percentile } from './figures.mjs'
import { Product } from './product.mjs'
import { asked, fillArchive } from './search-samples.mjs'

export const HERE = 2_000
export const ARCHIVED = 100_000

/** What is looked for in the archive, by what is special about it. */
export const SEARCHES = {
  'a common word': 'khong',
  'common words': 'giay to nop o phuong',
  'a name': 'nguyen thi mong tuyen',
  'a rare word': 'xanhluc',
  'words that never meet': 'karaoke ho chieu',
  'the beginning of a word': 'so d',
  'an ending of a number': '000112',
  'what is not there': 'khongaihoi baogio',
}

/** The product over 2,000 questions in one programme and 100,000 in the archive of 500. */
export class Archive {
  static async open(postgresUrl, product) {
    const archive = new Archive(
      await Product.open(postgresUrl, 'archive', { people: 1, screens: 0, ...product }),
    )
    try {
      await archive.client.connect()
      await fillArchive(archive.client, archive.product.programId, HERE, ARCHIVED)
    } catch (error) {
      await archive.close()
      throw error
    }
    return archive
  }

  constructor(product) {
    this.product = product
    this.secretary = product.secretaries[0]
    this.client = new pg.Client({ connectionString: product.databaseUrl })
  }

  /** What a slip and a pending card ask. */
  similar(body) {
    return this.secretary.post(`/api/programs/${this.product.programId}/similar`, body)
  }

  search(text) {
    return this.secretary.get(`/api/questions?text=${encodeURIComponent(text)}`)
  }

  async close() {
    await this.client.end()
    await this.product.close()
  }
}

/** Asks so many times, one at a time: the milliseconds that each took. */
export async function timed(times, ask) {
  const taken = []
  for (let time = 0; time < times; time++) {
    const since = performance.now()
    await ask(time)
    taken.push(performance.now() - since)
  }
  return taken
}

const QUESTIONS = {
  similar: archive => time => archive.similar({ text: asked(time) }),
  archive: archive => time => archive.search(Object.values(SEARCHES)[time % 8]),
}

/** Only the product can search; the floor has nothing to compare. The archive is filled once and stays. */
export const search = {
  async warmUp({ asks }, bench) {
    bench.archive ??= await bench.opened(Archive.open(bench.postgresUrl, bench.product))
    await timed(20, QUESTIONS[asks](bench.archive))
  },
  async play({ asks, turns }, { archive }) {
    const taken = await timed(turns, QUESTIONS[asks](archive))
    return { product: { p50: percentile(taken, 0.5), p95: percentile(taken, 0.95) } }
  },
}
