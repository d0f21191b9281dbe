/** Logged questions of one side, to be approved again and again: as many approved at a time as on the day. */
export class QuestionPool {
  used = []

  static async fill(side, size) {
    const free = []
    for (let number = 1; number <= size; number++) free.push(await side.log(side.secretaries[0], number))
    return new QuestionPool(side, free)
  }

  constructor(side, free) {
    this.side = side
    this.free = free
  }

  take() {
    const question = this.free.shift()
    this.used.push(question)
    return question
  }

  /** Makes sure that so many can be taken; taking approved ones back is not measured. */
  async spare(count) {
    if (this.free.length >= count) return
    await this.side.clear(this.used)
    this.free.push(...this.used.splice(0))
  }
}
