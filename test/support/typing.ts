import type { Page } from 'playwright-core'
import samples from '../../server/seed/sample-questions.json' with { type: 'json' }

export type Call = { phone: string; text: string }

/** So many calls, each the beginning of a sample: no two with the same words. */
export const calls = (count: number): Call[] =>
  Array.from({ length: count }, (_, place) => {
    const { phone, text } = samples[place % samples.length]!
    return { phone, text: `${place + 1}: ${text.slice(0, 24).trim()}` }
  })

/** From the phone's field to the words, as fast as the keys go; nothing is looked at in between. */
export async function typeCall({ keyboard }: Page, { phone, text }: Call): Promise<void> {
  await keyboard.type(phone)
  for (let field = 0; field < 4; field++) await keyboard.press('Tab')
  await keyboard.type(text)
}

export async function sendCall(page: Page, call: Call): Promise<void> {
  await typeCall(page, call)
  await page.keyboard.press('Control+Enter')
}

/** Everything that lies in this machine's store, as one text. */
export const storedText = (page: Page): Promise<string> =>
  page.evaluate<string>(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('doi-thoai')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const all = opening.result.transaction('slips').objectStore('slips').getAll()
      all.onerror = () => reject(all.error)
      all.onsuccess = () => {
        opening.result.close()
        resolve(JSON.stringify(all.result))
      }
    }
  })`)

/** Every body that the page has sent up, as one text. */
export function sentText(page: Page): () => string {
  const bodies: string[] = []
  page.on('request', request => bodies.push(request.postData() ?? ''))
  return () => bodies.join('\n')
}
