import { v4 as newId } from 'uuid'
import type { Logged } from './deliver.js'

/** This window, until it is reloaded. */
export const ME = newId()

/** Other windows of this browser answer within this, or are taken to be gone. Milliseconds. */
const ANSWER_MS = 120

export type News =
  | { kind: 'here' | 'hello' | 'gone'; from: string }
  | { kind: 'changed'; from: string }
  | { kind: 'logged'; from: string; holder: string; logged: Logged }

/** The other windows of this browser at the same desk: who is there, and what they tell. Works over plain http. */
export class Neighbours {
  readonly others = new Set<string>()
  private readonly channel = new BroadcastChannel('slips')
  private readonly goodbye = () => this.say({ kind: 'gone', from: ME })

  constructor(private readonly hear: (news: News) => void) {
    this.channel.addEventListener('message', ({ data }: MessageEvent<News>) => this.receive(data))
    window.addEventListener('pagehide', this.goodbye)
  }

  /** Greets; afterwards it is known who else is there. */
  async meet(): Promise<void> {
    this.say({ kind: 'hello', from: ME })
    await new Promise(resolve => setTimeout(resolve, ANSWER_MS))
  }

  say(news: News): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin
    this.channel.postMessage(news)
  }

  leave(): void {
    window.removeEventListener('pagehide', this.goodbye)
    this.goodbye()
    this.channel.close()
  }

  private receive(news: News): void {
    if (news.kind === 'gone') this.others.delete(news.from)
    else this.others.add(news.from)
    if (news.kind === 'hello') this.say({ kind: 'here', from: ME })
    this.hear(news)
  }
}
