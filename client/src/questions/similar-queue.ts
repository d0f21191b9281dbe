/**
 * Asks one after the other, the latest wish first, and each key once. What nobody wants any more is not asked: a
 * column that is scrolled through does not ask for all that went by.
 */
export class SimilarQueue<Answer> {
  private readonly known = new Map<string, Answer>()
  private readonly wanted = new Map<string, { ask: () => Promise<Answer>; tell: (answer: Answer) => void }>()
  private asking = false

  /** Tells at once what is known, else when it is. Answers with the way to want it no longer. */
  want(key: string, ask: () => Promise<Answer>, tell: (answer: Answer) => void): () => void {
    const known = this.known.get(key)
    if (known !== undefined) tell(known)
    else {
      this.wanted.set(key, { ask, tell })
      void this.next()
    }
    return () => this.wanted.delete(key)
  }

  private async next(): Promise<void> {
    if (this.asking) return
    this.asking = true
    for (let last = [...this.wanted].at(-1); last; last = [...this.wanted].at(-1)) {
      const [key, { ask }] = last
      // Whoever asked may be gone when the answer comes; it is kept all the same. A failure is no answer.
      const answer = await ask().catch(() => undefined)
      const wish = this.wanted.get(key)
      this.wanted.delete(key)
      if (answer === undefined) continue
      this.known.set(key, answer)
      wish?.tell(answer)
    }
    this.asking = false
  }
}
