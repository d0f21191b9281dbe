const HONORIFIC = /^(Ông\/Bà|Ông|Bà|Anh|Chị|Cô|Chú|Bác|Dì|Cậu|Em|Bạn)(?= )/

/**
 * A caller line as it is said in a sentence: "Anh Hải (Công ty A) – phường Tân An và 6 người cùng hỏi" is
 * "anh Hải, Công ty A, ở phường Tân An, và 6 người cùng hỏi".
 */
export const spoken = (callerLine: string): string =>
  callerLine
    .replace(HONORIFIC, word => word.toLowerCase())
    .replaceAll(/ \(([^()]*)\)/g, ', $1')
    .replace(/ – (?:ở )?/, ', ở ')
    .replace(/ và (\d+ người cùng hỏi)$/, ', và $1')
