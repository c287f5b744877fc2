import bolt from 'lucide-static/icons/zap.svg?shape';
import book from 'lucide-static/icons/book-open.svg?shape';
import bulb from 'lucide-static/icons/lightbulb.svg?shape';
import flag from 'lucide-static/icons/flag.svg?shape';
import hands from 'lucide-static/icons/handshake.svg?shape';
import heart from 'lucide-static/icons/heart.svg?shape';
import house from 'lucide-static/icons/house.svg?shape';
import leaf from 'lucide-static/icons/leaf.svg?shape';
import link from 'lucide-static/icons/link.svg?shape';
import network from 'lucide-static/icons/network.svg?shape';
import shield from 'lucide-static/icons/shield.svg?shape';
import star from 'lucide-static/icons/star.svg?shape';
import type { LeverSymbol } from '../../core/generated/protocol.ts';

/** The closed list of lever symbols. */
export const symbols: Record<LeverSymbol, string> = {
  network,
  bulb,
  link,
  hands,
  shield,
  leaf,
  star,
  flag,
  heart,
  bolt,
  book,
  house,
};
