import { readdirSync, readFileSync } from 'node:fs'

const folder = 'data/cases/2022-10-annexation'

const countIn = (file: string): number => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')).length

const placesIn = (file: string): number => JSON.parse(readFileSync(`${folder}/layers/${file}`, 'utf8')).features.length

/** How many records of each kind the first case has on file: the product has to show as many. */
export const onFile = {
  quotations: countIn('quotations.json'),
  statements: countIn('statements.json'),
  figures: countIn('figures.json'),
  events: countIn('events.json'),
  places: readdirSync(`${folder}/layers`).reduce((sum, file) => sum + placesIn(file), 0),
  layers: readdirSync(`${folder}/layers`).length,
}

/** All that a filter counts. */
export const recordsOnFile = onFile.quotations + onFile.statements + onFile.figures + onFile.events + onFile.places
