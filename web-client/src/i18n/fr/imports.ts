import type { Catalogue } from '../translate.ts';

export const imports = {
  open: 'Importer',
  title: 'Importer des idées',
  choose: 'Choisir un fichier',
  chooseOther: 'Choisir un autre fichier',
  accepted:
    "Un mur Padlet (CSV, ZIP ou Excel), une liste d'une idée par ligne, les tableaux de Polis, ou un export JSON d'Atelier. 16 Mo au plus.",
  drop: 'ou déposez-le ici',
  tooMany: 'Deux fichiers au plus.',
  tooLarge: 'Ce fichier dépasse 16 Mo.',
  reading: 'Lecture du fichier…',

  where: 'Où vont les idées',
  newWorkshop: 'Dans une nouvelle séance',
  newWorkshopHelp: 'Elle est créée avec ce que contient le fichier.',
  existing: 'Dans une séance qui existe',
  existingHelp: "Elles rejoignent ce qui y a déjà été recueilli.",
  workshop: 'Séance',
  titleField: 'Titre de la séance',

  found: 'Dans ce fichier',
  format_padlet: 'Un tableau',
  format_ideas: "Une liste d'idées",
  format_polis: 'Une consultation Polis',
  format_atelier: "L'export d'une séance",
  ideas: { one: '{n} idée', other: '{n} idées' },
  sections: { one: '{n} rubrique', other: '{n} rubriques' },
  choices: { one: '{n} vote', other: '{n} votes' },
  people: { one: '{n} personne', other: '{n} personnes' },
  sample: 'Les premières idées',
  sampleRow: 'ligne {row}',
  hidden: 'masquée',

  columns: 'Ce que sont les colonnes',
  column_text: 'Texte',
  column_title: 'Titre',
  column_lever: 'Levier',
  column_time: 'Date',
  noColumn: 'Aucune',

  notes: 'À savoir',
  rows: { one: 'ligne {rows}', other: 'lignes {rows}' },
  rowsMore: 'lignes {rows}…',
  newLevers: { one: 'Un levier sera ajouté : {names}.', other: '{n} leviers seront ajoutés : {names}.' },
  willMake: "Une séance sera créée. Rien n'est encore enregistré.",
  willAdd: {
    one: "{n} idée sera ajoutée à « {title} ». Rien n'est encore enregistré.",
    other: "{n} idées seront ajoutées à « {title} ». Rien n'est encore enregistré.",
  },

  make: 'Créer la séance',
  add: 'Ajouter les idées',
  importing: 'Import en cours…',
  done: { one: '{n} idée ajoutée', other: '{n} idées ajoutées' },

  warn_attachment_left_out: {
    one: "{n} pièce jointe n'est pas reprise.",
    other: '{n} pièces jointes ne sont pas reprises.',
  },
  warn_bullet_left_out: {
    one: '{n} puce de début de ligne est retirée.',
    other: '{n} puces de début de ligne sont retirées.',
  },
  warn_characters_broken: {
    one: '{n} caractère illisible est remplacé par �.',
    other: '{n} caractères illisibles sont remplacés par �.',
  },
  warn_comment_twice: {
    one: '{n} commentaire en double est laissé de côté.',
    other: '{n} commentaires en double sont laissés de côté.',
  },
  warn_controls_removed: {
    one: 'Des caractères invisibles sont retirés dans {n} idée.',
    other: 'Des caractères invisibles sont retirés dans {n} idées.',
  },
  warn_copy_differs: {
    one: 'La copie différera du fichier sur {n} point ({detail}).',
    other: 'La copie différera du fichier sur {n} points (dont {detail}).',
  },
  warn_duplicate: {
    one: '{n} idée déjà présente est laissée de côté.',
    other: '{n} idées déjà présentes sont laissées de côté.',
  },
  warn_duplicate_kept: {
    one: "{n} idée a les mêmes mots qu'une autre et reste à part.",
    other: "{n} idées ont les mêmes mots que d'autres et restent à part.",
  },
  warn_encoding_guessed:
    "Le fichier n'est pas en UTF-8 : il est lu comme du Windows-1252. Vérifiez les accents.",
  warn_html_to_text: {
    one: 'La mise en forme de {n} texte est retirée, ses mots restent.',
    other: 'La mise en forme de {n} textes est retirée, leurs mots restent.',
  },
  warn_lever_too_long: {
    one: '{n} idée a une rubrique au nom trop long et restera à classer.',
    other: '{n} idées ont une rubrique au nom trop long et resteront à classer.',
  },
  warn_moderated_out: {
    one: '{n} commentaire écarté par la modération sera masqué.',
    other: '{n} commentaires écartés par la modération seront masqués.',
  },
  warn_name_left_out: {
    one: "{n} nom d'auteur n'est pas repris.",
    other: "{n} noms d'auteurs ne sont pas repris.",
  },
  warn_older_export: "Cet export est d'une forme plus ancienne : il dit moins de choses.",
  warn_other_files: "L'archive contient d'autres fichiers : seul « {detail} » est lu.",
  warn_quote_not_closed: "Un guillemet n'est pas refermé : les lignes sont lues telles quelles.",
  warn_row_empty: {
    one: '{n} ligne sans texte est laissée de côté.',
    other: '{n} lignes sans texte sont laissées de côté.',
  },
  warn_row_too_long: {
    one: "{n} ligne a plus de cases que l'en-tête.",
    other: "{n} lignes ont plus de cases que l'en-tête.",
  },
  warn_row_unreadable: {
    one: '{n} ligne illisible est laissée de côté.',
    other: '{n} lignes illisibles sont laissées de côté.',
  },
  warn_text_column_guessed: 'Aucun en-tête ne dit où est le texte : la colonne « {detail} » est prise.',
  warn_text_too_long: {
    one: '{n} texte de plus de 2 000 caractères est laissé de côté.',
    other: '{n} textes de plus de 2 000 caractères sont laissés de côté.',
  },
  warn_time_unreadable: {
    one: "{n} date illisible : l'idée aura celle de l'import.",
    other: "{n} dates illisibles : ces idées auront celle de l'import.",
  },
  warn_too_many_ideas: {
    one: '{n} idée de trop est laissée de côté : une séance en contient 5 000.',
    other: '{n} idées de trop sont laissées de côté : une séance en contient 5 000.',
  },
  warn_too_many_levers: {
    one: "{n} idée d'une rubrique de trop restera à classer : un tableau a 16 leviers.",
    other: '{n} idées de rubriques de trop resteront à classer : un tableau a 16 leviers.',
  },
  warn_vote_unreadable: {
    one: '{n} vote illisible est laissé de côté.',
    other: '{n} votes illisibles sont laissés de côté.',
  },
  warn_vote_withheld: {
    one: "{n} vote n'était pas révélé : ses bulletins ne sont pas dans le fichier.",
    other: "{n} votes n'étaient pas révélés : leurs bulletins ne sont pas dans le fichier.",
  },
  warn_vote_without_comment: {
    one: '{n} vote sur un commentaire absent est laissé de côté.',
    other: '{n} votes sur des commentaires absents sont laissés de côté.',
  },
} as const satisfies Catalogue;
