import agree from 'lucide-static/icons/thumbs-up.svg?shape';
import bright from 'lucide-static/icons/cloud-sun.svg?shape';
import cloud from 'lucide-static/icons/cloud.svg?shape';
import down from 'lucide-static/icons/chevron-down.svg?shape';
import disagree from 'lucide-static/icons/thumbs-down.svg?shape';
import pass from 'lucide-static/icons/skip-forward.svg?shape';
import question from 'lucide-static/icons/message-circle.svg?shape';
import quote from 'lucide-static/icons/quote.svg?shape';
import storm from 'lucide-static/icons/cloud-lightning.svg?shape';
import sun from 'lucide-static/icons/sun.svg?shape';
import up from 'lucide-static/icons/chevron-up.svg?shape';

/** Signs of the steps in which people arrive, ask, vote and leave; always beside their word. */
export const signs = { agree, bright, cloud, disagree, down, pass, question, quote, storm, sun, up };

export type SignName = keyof typeof signs;
