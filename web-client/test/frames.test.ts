import { describe, expect, it } from 'vitest';
import { decodeServerFrame, encodeClientFrame } from '../src/core/frames.ts';

describe('frames', () => {
  it.each([
    ['not JSON', '{'],
    ['an array', '[]'],
    ['null', 'null'],
    ['no type', '{}'],
    ['a type of a later version', '{"type":"poem","seq":1}'],
    ['a name of every object', '{"type":"constructor"}'],
    ['a delta without seq', '{"type":"delta","events":[]}'],
    ['a welcome without state', '{"type":"welcome","epoch":"e","seq":1,"now":1,"you":{},"state":null}'],
  ])('[F1] %s is skipped', (_, text) => {
    expect(decodeServerFrame(text)).toBeUndefined();
  });

  it('[F1] unknown fields do no harm', () => {
    expect(decodeServerFrame('{"type":"ack","id":"x","seq":3,"mood":"good"}')).toMatchObject({ seq: 3 });
  });

  it('[F2] a hello without resume says nothing of it', () => {
    expect(encodeClientFrame({ type: 'hello' })).toBe('{"type":"hello"}');
  });
});
