import type { Catalogue } from '../translate.ts';

/** Arriving, asking, committing and leaving: what several screens say about it. */
export const voices = {
  weather_sun: 'Grand soleil',
  weather_bright: 'Éclaircies',
  weather_cloud: 'Nuageux',
  weather_storm: 'Orageux',
  roti_1: '1 : temps perdu',
  roti_2: '2 : peu utile',
  roti_3: '3 : correct',
  roti_4: '4 : utile',
  roti_5: '5 : excellent',
  answered: 'Répondu',
  answeredAloud: "Répondu à l'oral",
  supporters: { one: '{n} personne la soutient', other: '{n} personnes la soutiennent' },
  support: { one: '{n} soutien', other: '{n} soutiens' },
  individual: 'À titre personnel',
  collective: 'Avec un groupe',
  by: 'Échéance',
  with: 'Avec',
  lookingFor: 'Je cherche',
  bringing: "J'apporte",
  commitments: { one: '{n} engagement', other: '{n} engagements' },
  questions: { one: '{n} question', other: '{n} questions' },
} as const satisfies Catalogue;
