/** An agenda with every kind of step, every way of sorting and every way of voting. */

const levers = [
  { id: 'entraide', name: 'Entraide et coopération', symbol: 'hands', colour: 'teal', help: 'Faire ensemble ce qui ne se fait pas seul.' },
  { id: 'innovation', name: 'Innovation locale', symbol: 'bulb', colour: 'amber', help: 'Essayer, apprendre, recommencer.' },
  { id: 'reseaux', name: 'Réseaux et alliances', symbol: 'network', colour: 'violet' },
  { id: 'protection', name: 'Protection des milieux', symbol: 'shield', colour: 'green' },
  { id: 'transmission', name: 'Transmission', symbol: 'book', colour: 'rose' },
];
const scales = [
  { id: 'commune', name: 'Commune', parent: 'departement' },
  { id: 'departement', name: 'Département', parent: null },
];

export const everyStep = {
  title: 'Résilience territoriale : tout le déroulé',
  question: 'Que pouvons-nous faire ensemble dans les douze prochains mois ?',
  charter: ['Une idée par carte, en une ou deux phrases.', 'On critique les idées, jamais les personnes.'],
  affiliations: [
    { id: 'habitant', name: 'Habitant, habitante' },
    { id: 'elu', name: 'Élu, élue' },
  ],
  boards: [
    { id: 'main', levers, scales },
    { id: 'foule', levers, scales: [] },
  ],
  phases: [
    { id: 'accueil', kind: 'welcome', title: 'Accueil', prompt: 'Comment arrivez-vous ?', minutes: 5, settings: { weather: true, charter: true } },
    { id: 'temoignages', kind: 'listen', title: 'Témoignages', prompt: 'Quelles questions posez-vous ?', minutes: 10, settings: { moderation: 'before', max_per_person: 3 } },
    {
      id: 'idees', kind: 'collect', title: 'Idées', prompt: 'Quelle action proposez-vous pour votre territoire ?', minutes: 10,
      settings: { moderation: 'before', max_per_person: 20, ask_scale: true, comments: true },
    },
    { id: 'silence', kind: 'collect', title: 'Silence', prompt: 'Et si tout était possible ?', minutes: 10, settings: { moderation: 'after', max_per_person: 2, private: true } },
    { id: 'classer', kind: 'sort', title: 'Classer à deux mains', prompt: 'L’animation range les cartes', minutes: 10, settings: { board: 'main', mode: 'facilitators' } },
    { id: 'ensemble', kind: 'sort', title: 'Classer ensemble', prompt: 'Sous quel levier rangez-vous chaque idée ?', minutes: 10, settings: { board: 'main', mode: 'shared' } },
    { id: 'foule', kind: 'sort', title: 'Classer chacun', prompt: 'Où va chaque idée, selon vous ?', minutes: 10, settings: { board: 'foule', mode: 'crowd' } },
    { id: 'gommettes', kind: 'vote', title: 'Gommettes', prompt: 'Cinq gommettes à répartir', minutes: 5, settings: { method: 'dots', budget: 5, max_per_idea: 2, hidden: true } },
    { id: 'lecture', kind: 'vote', title: 'Lecture croisée', prompt: 'Cette idée vous paraît-elle utile ?', minutes: 5, settings: { method: 'useful', hidden: true } },
    { id: 'mentions', kind: 'vote', title: 'Mentions', prompt: 'Quelle mention donnez-vous ?', minutes: 5, settings: { method: 'judgment', hidden: true, ideas: { from: 'phase', phase: 'gommettes', top: 4 } } },
    { id: 'notes', kind: 'vote', title: 'Impact et effort', prompt: 'Quel impact, pour quel effort ?', minutes: 5, settings: { method: 'impact_effort', hidden: true, ideas: { from: 'phase', phase: 'gommettes', top: 4 } } },
    { id: 'accord', kind: 'vote', title: 'Consentement', prompt: 'Pouvez-vous vivre avec ?', minutes: 5, settings: { method: 'consent', hidden: true, ideas: { from: 'phase', phase: 'gommettes', top: 1 } } },
    { id: 'engagements', kind: 'commit', title: 'Engagements', prompt: 'Que faites-vous d’ici un mois ?', minutes: 10, settings: { max_per_person: 3 } },
    { id: 'fin', kind: 'close', title: 'Fin', prompt: 'Avant de partir', minutes: 5, settings: { roti: true, sentence: true, action: 'Planter la première haie le 12.', next: 'L’eau, en mai.' } },
  ],
};
