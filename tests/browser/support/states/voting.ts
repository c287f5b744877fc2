import type { VoteValue } from '../../../../web-client/src/core/index.ts';
import { dialog, follow, type Script } from './state.ts';

/** Each way of voting: before anything is said, answered, over but secret, revealed. */
export const voting: Script = async function* (house) {
  const ada = house.page('ada');
  const facilitator = house.page('facilitator');
  const screen = house.page('screen');
  const { director, people } = house;
  const cards = [...director.mirror.ideas.values()].filter(({ status, group }) => status === 'published' && !group).map(({ id }) => id);
  const few = cards.slice(0, 4);
  const grades = (i: number, j: number): VoteValue => (i * 7 + j * (i % 3)) % 6;
  const methods: { id: string; name: string; ideas?: string[]; value: (i: number, j: number) => VoteValue; answer: () => Promise<void> }[] = [
    {
      id: 'gommettes', name: 'dots', value: (_, j) => (j < 2 ? 2 : 1), ideas: few,
      answer: async () => ada.getByRole('button', { name: /^Ajouter une gommette/ }).first().click(),
    },
    { id: 'lecture', name: 'useful', value: (i, j) => ((i + j) % 3 === 0 ? 'not_useful' : 'useful'), answer: async () => ada.getByRole('button', { name: 'Utile', exact: true }).click() },
    { id: 'mentions', name: 'judgment', ideas: few, value: grades, answer: async () => ada.getByText('Très bien').first().click() },
    {
      id: 'notes', name: 'impact and effort', ideas: few, value: (i, j) => ({ impact: 1 + ((i + j) % 5), effort: 1 + ((i * j) % 5) }),
      answer: async () => {
        await ada.getByRole('radio').first().check({ force: true });
        await ada.getByRole('group').filter({ hasText: 'Effort' }).getByRole('radio').nth(1).check({ force: true });
      },
    },
    {
      id: 'accord', name: 'consent', ideas: few.slice(0, 1),
      value: (i) => (i === 0 ? { answer: 'objection', reason: 'Rien n’est prévu pour l’eau.' } : { answer: 'agree' }),
      answer: async () => ada.getByText('Objection', { exact: true }).first().click(),
    },
  ];
  for (const { id, name, ideas, value, answer } of methods) {
    if (id === 'mentions') {
      await facilitator.getByRole('button', { name: /^Suivant/ }).click();
      await facilitator.getByRole('dialog').waitFor();
      yield { name: 'facilitator, shortlist', page: facilitator };
      await facilitator.keyboard.press('Escape');
    }
    await house.opens(id, ideas);
    await follow(ada);
    await ada.getByRole('heading', { level: 1 }).filter({ hasText: director.mirror.phases.find((each) => each.id === id)?.prompt ?? '' }).waitFor();
    if (id === 'lecture') await ada.getByRole('button', { name: 'Utile', exact: true }).waitFor();
    yield { name: `participant, ${name}`, page: ada };
    await answer();
    if (id !== 'accord') await ada.getByText('Enregistré', { exact: true }).first().waitFor();
    for (const [i, person] of people.entries()) {
      if (id === 'lecture') await person.does('card.draw', {});
      if (id === 'lecture') await person.sees('cards', ({ you }) => (you.hands?.['lecture'] ?? []).length > 0);
      const mine = id === 'lecture' ? (person.mirror.you.hands?.['lecture'] ?? []) : (ideas ?? []);
      for (const [j, idea] of mine.slice(0, id === 'gommettes' ? 3 : 5).entries()) await person.does('vote.cast', { idea, value: value(i, j) });
    }
    yield { name: `participant, ${name} answered`, page: ada };
    const tab = facilitator.getByRole('navigation').getByRole('button', { name: director.mirror.phases.find((each) => each.id === id)?.title ?? '', exact: true });
    await tab.click();
    yield { name: `facilitator, ${name}`, page: facilitator };
    yield { name: `screen, ${name}`, page: screen };
    if (id === 'gommettes') yield* dialog('facilitator, reveal?', facilitator, facilitator.getByRole('button', { name: 'Révéler les résultats' }));
    await director.does('phase.close', { phase: id });
    await ada.getByText(/est terminé/).first().waitFor();
    yield { name: `participant, ${name} over, still secret`, page: ada };
    await director.does('results.reveal', { phase: id });
    await follow(ada);
    await ada.getByRole('heading', { name: 'Résultats' }).waitFor();
    yield { name: `participant, ${name} revealed`, page: ada };
    yield { name: `facilitator, ${name} revealed`, page: facilitator };
    await screen.waitForTimeout(300);
    yield { name: `screen, ${name} revealed`, page: screen };
  }
};
