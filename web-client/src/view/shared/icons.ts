import arrowRight from 'lucide-static/icons/arrow-right.svg?shape';
import bolt from 'lucide-static/icons/zap.svg?shape';
import book from 'lucide-static/icons/book-open.svg?shape';
import bulb from 'lucide-static/icons/lightbulb.svg?shape';
import check from 'lucide-static/icons/check.svg?shape';
import clock from 'lucide-static/icons/clock.svg?shape';
import close from 'lucide-static/icons/x.svg?shape';
import copy from 'lucide-static/icons/copy.svg?shape';
import device from 'lucide-static/icons/smartphone.svg?shape';
import download from 'lucide-static/icons/download.svg?shape';
import flag from 'lucide-static/icons/flag.svg?shape';
import hands from 'lucide-static/icons/handshake.svg?shape';
import heart from 'lucide-static/icons/heart.svg?shape';
import hidden from 'lucide-static/icons/eye-off.svg?shape';
import house from 'lucide-static/icons/house.svg?shape';
import info from 'lucide-static/icons/info.svg?shape';
import leaf from 'lucide-static/icons/leaf.svg?shape';
import link from 'lucide-static/icons/link.svg?shape';
import minus from 'lucide-static/icons/minus.svg?shape';
import network from 'lucide-static/icons/network.svg?shape';
import offline from 'lucide-static/icons/wifi-off.svg?shape';
import pencil from 'lucide-static/icons/pencil.svg?shape';
import people from 'lucide-static/icons/users.svg?shape';
import plus from 'lucide-static/icons/plus.svg?shape';
import screen from 'lucide-static/icons/presentation.svg?shape';
import settings from 'lucide-static/icons/settings-2.svg?shape';
import shield from 'lucide-static/icons/shield.svg?shape';
import star from 'lucide-static/icons/star.svg?shape';
import tray from 'lucide-static/icons/inbox.svg?shape';
import trash from 'lucide-static/icons/trash-2.svg?shape';
import undo from 'lucide-static/icons/undo-2.svg?shape';
import warning from 'lucide-static/icons/triangle-alert.svg?shape';
import type { LeverSymbol } from '../../core/generated/protocol.ts';

/** The closed list of lever symbols. */
const symbols: Record<LeverSymbol, string> = {
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

export const icons = {
  ...symbols,
  arrowRight,
  check,
  clock,
  close,
  copy,
  device,
  download,
  hidden,
  info,
  minus,
  offline,
  pencil,
  people,
  plus,
  screen,
  settings,
  trash,
  tray,
  undo,
  warning,
};

export type IconName = keyof typeof icons;
