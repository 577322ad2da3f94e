import { component, defineSystem, environment, fairness, loop, person } from 'holon'
import { calibration, discrimination, effort, goals, trust } from './goals.ts'
import { ballot, board, type letterWith, letterWith as withLetter } from './letter.ts'
import { asServed, office, type Reading, readingBy, secondReader, strength } from './reading.ts'

const applicant = person('applicant', { wants: 'to be judged by what they can do, and to know how' })
const reader = person('reader', { wants: 'to find those who will do well, in the hours there are' })
const programme = person('head of the programme', { wants: 'a class that does well, and comes' })

const coaching = environment('coaching', {
  assumed:
    'tests and statements can be trained for or bought, by those who can pay; transcripts and letters hardly',
})
const others = environment('other programmes', { assumed: 'the strongest applicants have other offers' })

const desk = component('readers’ desk', {
  does: 'shows a pile of files, one opened, takes the verdict of the reader, and asks a second one',
  uses: [office, ballot],
})
const survey = component('survey', {
  does: 'asks applicants about themselves, apart from the file; readers and models never see it',
})

/** The product under one way to read files and one to tell applicants. */
export const admissionsBy = (way: Reading, tells: Parameters<typeof letterWith>[0]) => {
  const [reading, letter] = [readingBy(way), withLetter(tells)]
  return defineSystem('admissions', {
    title: 'Master’s admissions',
    purpose: 'Applicants are read by people, who know what a score says and decide without it.',
    people: [applicant, reader, secondReader, board, programme],
    environment: [coaching, others],
    components: [office, desk, survey, ballot],
    decisions: [reading, letter],
    goals,
    fairness: [
      fairness('admitted by family and by score', {
        why: 'who is the first of a family to study had less help with the file; known of those who like to say',
        groups: {
          'first in the family': reading.feedback.firstInFamily.is(true),
          'read with a score': reading.experience.is('scored'),
        },
        benefit: reading.feedback.verdict.is('admit'),
        deserved: reading.feedback.succeeded.is(true),
      }),
    ],
    loops: [
      loop('what is scored is learned', {
        from: letter,
        through: applicant,
        to: strength,
        delay: '1 year',
        effect: 'reinforcing',
        watchedBy: discrimination,
        brokenBy: 'only facts that others vouch for are scored, and a share of files is read without a score',
      }),
      loop('only those who came can prove anybody wrong', {
        from: reading,
        through: reader,
        to: strength,
        delay: '1 year',
        effect: 'reinforcing',
        watchedBy: calibration,
        brokenBy: 'the share of files read without a score, and second readings near the line',
      }),
      loop('tired readers lean on the number', {
        from: reading,
        through: reader,
        to: desk,
        delay: '1 week',
        effect: 'reinforcing',
        watchedBy: effort,
        brokenBy: 'a random share of files without a score shows what readers think by themselves',
      }),
      loop('refused reasons cost trust', {
        from: letter,
        through: applicant,
        to: office,
        delay: '1 year',
        effect: 'reinforcing',
        watchedBy: trust,
        brokenBy: 'reasons for everybody, and an appeal that people answer',
      }),
    ],
  })
}

/** The product: a score beside the file, readers who decide, reasons an applicant may see. */
export const admissions = admissionsBy(asServed, 'reasons')
