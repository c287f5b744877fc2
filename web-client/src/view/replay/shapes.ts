import nextShape from 'lucide-static/icons/skip-forward.svg?shape';
import pauseShape from 'lucide-static/icons/pause.svg?shape';
import playShape from 'lucide-static/icons/play.svg?shape';
import previousShape from 'lucide-static/icons/skip-back.svg?shape';

/** The signs of a player: of this page alone. */
export { nextShape, pauseShape, playShape, previousShape };
