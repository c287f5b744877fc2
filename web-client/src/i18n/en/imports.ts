import type { imports as french } from '../fr/imports.ts';
import type { SameKeys } from '../translate.ts';

export const imports: SameKeys<typeof french> = {
  open: 'Import',
  title: 'Import ideas',
  choose: 'Choose a file',
  chooseOther: 'Choose another file',
  accepted:
    'A Padlet wall (CSV, ZIP or Excel), a list of one idea a line, the tables of Polis, or a JSON export of Atelier. 16 MB at most.',
  drop: 'or drop it here',
  tooMany: 'Two files at most.',
  tooLarge: 'This file is larger than 16 MB.',
  reading: 'Reading the file…',

  where: 'Where the ideas go',
  newWorkshop: 'Into a new workshop',
  newWorkshopHelp: 'It is made of what the file holds.',
  existing: 'Into a workshop that exists',
  existingHelp: 'They join what was collected there.',
  workshop: 'Workshop',
  titleField: 'Title of the workshop',

  found: 'In this file',
  format_padlet: 'A table',
  format_ideas: 'A list of ideas',
  format_polis: 'A Polis consultation',
  format_atelier: 'The export of a workshop',
  ideas: { one: '{n} idea', other: '{n} ideas' },
  sections: { one: '{n} section', other: '{n} sections' },
  choices: { one: '{n} vote', other: '{n} votes' },
  people: { one: '{n} person', other: '{n} people' },
  sample: 'The first ideas',
  sampleRow: 'row {row}',
  hidden: 'hidden',

  columns: 'What the columns are',
  column_text: 'Text',
  column_title: 'Title',
  column_lever: 'Lever',
  column_time: 'Date',
  noColumn: 'None',

  notes: 'Good to know',
  rows: { one: 'row {rows}', other: 'rows {rows}' },
  rowsMore: 'rows {rows}…',
  newLevers: { one: 'One lever will be added: {names}.', other: '{n} levers will be added: {names}.' },
  willMake: 'A workshop will be made. Nothing has been recorded yet.',
  willAdd: {
    one: '{n} idea will be added to “{title}”. Nothing has been recorded yet.',
    other: '{n} ideas will be added to “{title}”. Nothing has been recorded yet.',
  },

  make: 'Make the workshop',
  add: 'Add the ideas',
  importing: 'Importing…',
  done: { one: '{n} idea added', other: '{n} ideas added' },

  warn_attachment_left_out: {
    one: '{n} attachment is not taken over.',
    other: '{n} attachments are not taken over.',
  },
  warn_bullet_left_out: {
    one: '{n} bullet in front of a line is left out.',
    other: '{n} bullets in front of lines are left out.',
  },
  warn_characters_broken: {
    one: '{n} unreadable character is replaced by �.',
    other: '{n} unreadable characters are replaced by �.',
  },
  warn_comment_twice: {
    one: '{n} comment that comes twice is left out.',
    other: '{n} comments that come twice are left out.',
  },
  warn_controls_removed: {
    one: 'Invisible characters are taken out of {n} idea.',
    other: 'Invisible characters are taken out of {n} ideas.',
  },
  warn_copy_differs: {
    one: 'The copy will differ from the file in {n} point ({detail}).',
    other: 'The copy will differ from the file in {n} points ({detail} among them).',
  },
  warn_duplicate: {
    one: '{n} idea that is there already is left out.',
    other: '{n} ideas that are there already are left out.',
  },
  warn_duplicate_kept: {
    one: '{n} idea has the words of another and stays apart.',
    other: '{n} ideas have the words of others and stay apart.',
  },
  warn_encoding_guessed: 'The file is not in UTF-8: it is read as Windows-1252. Check the accents.',
  warn_html_to_text: {
    one: 'The formatting of {n} text is left out, its words stay.',
    other: 'The formatting of {n} texts is left out, their words stay.',
  },
  warn_lever_too_long: {
    one: '{n} idea has a section with too long a name and stays unsorted.',
    other: '{n} ideas have a section with too long a name and stay unsorted.',
  },
  warn_moderated_out: {
    one: '{n} comment that was moderated out will be hidden.',
    other: '{n} comments that were moderated out will be hidden.',
  },
  warn_name_left_out: {
    one: '{n} author’s name is not taken over.',
    other: '{n} authors’ names are not taken over.',
  },
  warn_older_export: 'This export is of an older form: it says less.',
  warn_other_files: 'The archive holds other files: only “{detail}” is read.',
  warn_quote_not_closed: 'A quotation mark is not closed: lines are read as they are.',
  warn_row_empty: {
    one: '{n} row without a text is left out.',
    other: '{n} rows without a text are left out.',
  },
  warn_row_too_long: {
    one: '{n} row has more cells than the header.',
    other: '{n} rows have more cells than the header.',
  },
  warn_row_unreadable: {
    one: '{n} unreadable row is left out.',
    other: '{n} unreadable rows are left out.',
  },
  warn_text_column_guessed: 'No header says where the text is: the column “{detail}” is taken.',
  warn_text_too_long: {
    one: '{n} text of more than 2,000 characters is left out.',
    other: '{n} texts of more than 2,000 characters are left out.',
  },
  warn_time_unreadable: {
    one: '{n} unreadable date: the idea gets that of the import.',
    other: '{n} unreadable dates: these ideas get that of the import.',
  },
  warn_too_many_ideas: {
    one: '{n} idea too many is left out: a workshop holds 5,000.',
    other: '{n} ideas too many are left out: a workshop holds 5,000.',
  },
  warn_too_many_levers: {
    one: '{n} idea of a section too many stays unsorted: a board has 16 levers.',
    other: '{n} ideas of sections too many stay unsorted: a board has 16 levers.',
  },
  warn_vote_unreadable: {
    one: '{n} unreadable vote is left out.',
    other: '{n} unreadable votes are left out.',
  },
  warn_vote_withheld: {
    one: '{n} vote was not revealed: its ballots are not in the file.',
    other: '{n} votes were not revealed: their ballots are not in the file.',
  },
  warn_vote_without_comment: {
    one: '{n} vote on a comment that is not there is left out.',
    other: '{n} votes on comments that are not there are left out.',
  },
};
