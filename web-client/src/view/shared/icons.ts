import arrowRight from 'lucide-static/icons/arrow-right.svg?shape';
import bulb from 'lucide-static/icons/lightbulb.svg?shape';
import check from 'lucide-static/icons/check.svg?shape';
import clock from 'lucide-static/icons/clock.svg?shape';
import close from 'lucide-static/icons/x.svg?shape';
import copy from 'lucide-static/icons/copy.svg?shape';
import device from 'lucide-static/icons/smartphone.svg?shape';
import hidden from 'lucide-static/icons/eye-off.svg?shape';
import info from 'lucide-static/icons/info.svg?shape';
import more from 'lucide-static/icons/ellipsis-vertical.svg?shape';
import minus from 'lucide-static/icons/minus.svg?shape';
import offline from 'lucide-static/icons/wifi-off.svg?shape';
import pencil from 'lucide-static/icons/pencil.svg?shape';
import people from 'lucide-static/icons/users.svg?shape';
import plus from 'lucide-static/icons/plus.svg?shape';
import settings from 'lucide-static/icons/settings-2.svg?shape';
import tray from 'lucide-static/icons/inbox.svg?shape';
import trash from 'lucide-static/icons/trash-2.svg?shape';
import undo from 'lucide-static/icons/undo-2.svg?shape';
import warning from 'lucide-static/icons/triangle-alert.svg?shape';

/** Signs of the interface; a page without levers does not carry theirs (symbols.ts). */
export const icons = {
  arrowRight,
  bulb,
  check,
  clock,
  close,
  copy,
  device,
  hidden,
  info,
  minus,
  more,
  offline,
  pencil,
  people,
  plus,
  settings,
  trash,
  tray,
  undo,
  warning,
};

export type IconName = keyof typeof icons;
