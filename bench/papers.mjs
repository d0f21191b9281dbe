import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { picture } from './picture.mjs'
import { markdownTable } from './table.mjs'

const ROOT = new URL('../', import.meta.url)
const BEGIN = '<!-- figures of npm run bench -->'
const END = '<!-- end of the figures -->'

/** Keeps a whole run: all of it beside this file, its table in the README, and the picture that stands there. */
export async function keep(result, told) {
  await mkdir(new URL('bench/results/', ROOT), { recursive: true })
  await writeFile(new URL('bench/results/latest.json', ROOT), `${JSON.stringify(result, null, 2)}\n`)
  await writeFile(new URL('docs/pictures/speed.svg', ROOT), picture(result.scenarios))
  const readme = new URL('README.md', ROOT)
  const before = await readFile(readme, 'utf8')
  const [head, rest] = before.split(BEGIN)
  const tail = rest?.split(END)[1]
  if (tail === undefined) throw new Error(`README.md has no place for the figures: ${BEGIN} … ${END}`)
  const figures = `${markdownTable(result.scenarios)}\n\n${told}`
  await writeFile(readme, `${head}${BEGIN}\n\n${figures}\n\n${END}${tail}`)
}
