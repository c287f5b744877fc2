import { describe, expect, it, vi } from 'vitest';
import type { CommandArgs, CommandName } from '../src/core/generated/protocol.ts';
import { makeCommand } from '../src/core/asked.ts';
import { Outbox } from '../src/core/outbox.ts';
import { memoryStore, type OutboxStore } from '../src/core/outbox_store.ts';

let ids = 0;
function command<N extends CommandName>(name: N, args: CommandArgs<N>): ReturnType<typeof makeCommand> {
  ids += 1;
  return makeCommand(`id-${ids}`, name, args);
}
const post = (text: string): ReturnType<typeof command> => command('idea.post', { text });
const vote = (idea: string, value: number): ReturnType<typeof command> =>
  command('vote.cast', { idea, value });

function outbox(store: OutboxStore = memoryStore()): Outbox {
  return new Outbox(store, () => undefined);
}

describe('the outbox', () => {
  it('[O1] kept, then sent, then gone when acknowledged', async () => {
    const box = outbox();
    const idea = post('a');
    await box.add(idea, 1);
    expect(box.entries[0]?.state).toBe('kept');
    expect(box.due(1)).toEqual([idea]);
    box.sent(idea.id);
    expect(box.entries[0]?.state).toBe('sent');
    expect(box.due(1)).toEqual([]);
    box.acknowledged(idea.id);
    expect(box.entries).toEqual([]);
  });

  it('[O2] what had no answer when the line broke is sent again under the same id', async () => {
    const box = outbox();
    const idea = post('a');
    await box.add(idea, 1);
    box.sent(idea.id);
    box.disconnected();
    expect(box.due(2)).toEqual([idea]);
  });

  it('[O3] survives the page: another outbox on the same store takes it up', async () => {
    const store = memoryStore();
    const first = outbox(store);
    const idea = post('a');
    await first.add(idea, 1);
    first.sent(idea.id);
    const second = outbox(store);
    await second.restore('p1');
    expect(second.due(5)).toEqual([idea]);
    second.acknowledged(idea.id);
    const third = outbox(store);
    await third.restore('p1');
    expect(third.entries).toEqual([]);
  });

  it('[O3] what was asked before the store was read comes after what was in it', async () => {
    const store = memoryStore();
    await outbox(store).add(post('old'), 1);
    const box = outbox(store);
    const adding = box.add(post('new'), 2);
    await box.restore('p1');
    await adding;
    expect(box.entries.map(({ at }) => at)).toEqual([1, 2]);
  });

  it('[O4] "not now" waits the time it was told, then goes under the same id', async () => {
    const box = outbox();
    const idea = post('a');
    await box.add(idea, 1);
    box.sent(idea.id);
    const final = box.refused(idea.id, { code: 'busy', data: { retry_after_ms: 500 } }, 1_000);
    expect(final).toBe(false);
    expect(box.due(1_499)).toEqual([]);
    expect(box.nextDue).toBe(1_500);
    expect(box.due(1_500)).toEqual([idea]);
  });

  it('[O5] a refused vote is gone; a refused text stays until it is put away', async () => {
    const box = outbox();
    const dot = vote('i1', 1);
    const idea = post('a');
    await box.add(dot, 1);
    await box.add(idea, 2);
    expect(box.refused(dot.id, { code: 'votes_spent', data: {} }, 3)).toBe(true);
    expect(box.refused(idea.id, { code: 'wrong_phase', data: {} }, 3)).toBe(true);
    expect(box.entries.map((entry) => entry.state)).toEqual(['refused']);
    expect(box.due(9)).toEqual([]);
    box.discard(idea.id);
    expect(box.entries).toEqual([]);
  });

  it('[O5] a refused text does not hold up the next', async () => {
    const box = outbox();
    const first = post('a');
    const second = post('b');
    await box.add(first, 1);
    await box.add(second, 2);
    box.refused(first.id, { code: 'text_too_long', data: { max: 5 } }, 3);
    expect(box.due(3)).toEqual([second]);
  });

  it('[O6] dots go one after the other, so that moving one never finds the budget spent', async () => {
    const box = outbox();
    const back = vote('i1', 0);
    const forth = vote('i2', 1);
    await box.add(back, 1);
    await box.add(forth, 2);
    expect(box.due(3)).toEqual([back]);
    box.sent(back.id);
    expect(box.due(3)).toEqual([]);
    box.refused(back.id, { code: 'busy', data: { retry_after_ms: 100 } }, 3);
    expect(box.due(50)).toEqual([]);
    expect(box.due(103)).toEqual([back]);
    box.acknowledged(back.id);
    expect(box.due(103)).toEqual([forth]);
  });

  it('[O6] what does not depend on each other goes together', async () => {
    const box = outbox();
    const commands = [
      command('idea.publish', { idea: 'a' }),
      command('idea.hide', { idea: 'b', reason: 'duplicate' }),
      command('placement.set', { idea: 'c', lever: 'l1' }),
      command('placement.set', { idea: 'c', lever: 'l2' }),
      command('phase.close', { phase: 'p' }),
    ];
    for (const [index, each] of commands.entries()) await box.add(each, index);
    expect(box.due(9)).toEqual([commands[0], commands[1], commands[2], commands[4]]);
  });

  it('[O7] a device that stores nothing still sends, and says that it does not keep', async () => {
    const broken: OutboxStore = {
      all: () => Promise.reject(new Error('switched off')),
      put: () => Promise.reject(new Error('full')),
      remove: () => Promise.reject(new Error('switched off')),
    };
    const box = outbox(broken);
    await box.restore('p1');
    const idea = post('a');
    await box.add(idea, 1);
    expect(box.entries[0]?.volatile).toBe(true);
    expect(box.due(1)).toEqual([idea]);
    box.acknowledged(idea.id);
    expect(box.entries).toEqual([]);
  });

  it('[O8] every change is told, with a new list', async () => {
    const changed = vi.fn();
    const box = new Outbox(memoryStore(), changed);
    const before = box.entries;
    const adding = box.add(post('a'), 1);
    expect(changed).toHaveBeenCalledTimes(1);
    await adding;
    expect(changed).toHaveBeenCalledTimes(2);
    expect(box.entries[0]?.stored).toBe(true);
    expect(box.entries).not.toBe(before);
  });
});
