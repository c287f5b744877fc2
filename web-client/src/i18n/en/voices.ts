import type { voices as french } from '../fr/voices.ts';
import type { SameKeys } from '../translate.ts';

export const voices: SameKeys<typeof french> = {
  weather_sun: 'Sunny',
  weather_bright: 'Bright spells',
  weather_cloud: 'Cloudy',
  weather_storm: 'Stormy',
  roti_1: '1: wasted time',
  roti_2: '2: of little use',
  roti_3: '3: fair',
  roti_4: '4: useful',
  roti_5: '5: excellent',
  answered: 'Answered',
  answeredAloud: 'Answered aloud',
  supporters: { one: '{n} person supports it', other: '{n} people support it' },
  support: { one: '{n} supporter', other: '{n} supporters' },
  individual: 'For myself',
  collective: 'With a group',
  by: 'By when',
  with: 'With',
  lookingFor: 'I look for',
  bringing: 'I bring',
  commitments: { one: '{n} commitment', other: '{n} commitments' },
  questions: { one: '{n} question', other: '{n} questions' },
};
