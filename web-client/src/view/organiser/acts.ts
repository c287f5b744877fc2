/** What is done with a workshop, each in a dialog. */
export type Act = 'links' | 'rehearse' | 'export' | 'series' | 'keep' | 'anonymise' | 'erase';
