/** Shorter words are too often a part of others by chance. */
const telling = 5

/** Words with which pages ask for passwords and payments, in the languages of the brands listed. */
const asking =
  wordList(`account accounts acesso acceder alert auth authenticate authentication bank banking billing
  card client cliente compte conferma confirm confirmation confirme conta cuenta customer ebank email emailer helpdesk
  id identity inbox limited locked login logon mail mailbox mailer mypage notice online password passwort payment
  personal portal recover recovery refund reset restore safe secure secured security service services session signin
  signon sso ssl submit support suspended token unlock update updated updating upgrade urgent validate validation verif
  verifica verificar verification verified verify wallet webapps webmail webscr`)

/** Words that promise a document somebody sent. */
const documents =
  wordList(`attachment cloud doc docs docsign document documents documento documentos docx drive
  dropfile file files fileshare filewords gdoc gdocs gdrive invoice letter office order pdf preview quotation receipt scan
  scanned share shared sharefile statement view viewer viewfile voicemail`)

/** Folders in which website software keeps its parts; visitors are sent to none of their pages. */
const softwareFolders = new Set(
  `.well-known administrator bower_components cache cgi-bin components css fonts images img inc includes js language
  libraries media modules node_modules plugins templates themes tmp uploads vendor wp-admin wp-content
  wp-includes`.split(/\s+/),
)

/** The words of a text: runs of letters, split where a small letter meets a capital. */
export function wordsOf(text: string): readonly string[] {
  const split = text.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return split.match(/\p{L}+/gu) ?? []
}

/** The different words that ask for passwords or payments. Long ones count also inside a longer run of letters. */
export function askingWords(words: readonly string[]): readonly string[] {
  return found(words, asking)
}

/** The different words that promise a document; long ones also inside a longer run of letters. */
export function documentWords(words: readonly string[]): readonly string[] {
  return found(words, documents)
}

/** Is this folder one of website software? */
export function isSoftwareFolder(segment: string): boolean {
  return softwareFolders.has(segment.toLowerCase())
}

interface WordList {
  readonly whole: ReadonlySet<string>
  readonly inside: RegExp
}

function wordList(text: string): WordList {
  const words = text.split(/\s+/)
  const long = words.filter((word) => word.length >= telling).sort((a, b) => b.length - a.length)
  return { whole: new Set(words), inside: new RegExp(long.join('|')) }
}

function found(words: readonly string[], { whole, inside }: WordList): readonly string[] {
  const hits = words.flatMap((word) => {
    if (whole.has(word)) return [word]
    const match = word.length > telling ? inside.exec(word) : null
    return match === null ? [] : [match[0]]
  })
  return [...new Set(hits)]
}
