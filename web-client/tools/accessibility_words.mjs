// What the page /accessibility says of itself, in the two languages that it is written in.
export const words = {
  fr: {
    title: 'Déclaration d’accessibilité',
    about: (organisation, site) =>
      `${organisation ?? 'L’organisme qui exploite ce service'} s’engage à rendre ${site ?? 'ce service de séances participatives'} accessible, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005.`,
    stateTitle: 'État de conformité',
    state: {
      none: 'Non conforme.',
      partial: 'Partiellement conforme au RGAA 4.1.2.',
      full: 'Totalement conforme au RGAA 4.1.2.',
    },
    notAudited: 'Aucun audit de conformité n’a été réalisé.',
    audited: (by, date, percent) =>
      `L’audit réalisé par ${by} le ${date} relève ${percent} % de critères respectés.`,
    checkedTitle: 'Ce qui a été vérifié, et comment',
    checkedText:
      'Ces vérifications ont été faites par l’équipe qui développe le logiciel ; elles ne remplacent pas un audit.',
    checked: [
      'À chaque version, un outil automatique (axe) passe, dans un vrai navigateur, sur les pages de participation, d’animation, de modération, d’organisation et de projection, à chaque étape et dans chaque état ; tout défaut, grave ou non, arrête la version.',
      'À chaque version, un déroulé complet est animé au clavier seul.',
      'Les contrastes de toutes les couleurs, en thème clair et sombre, sont calculés.',
      'À chaque version, ces mêmes pages, hormis celle de projection, sont affichées agrandies à 200 %, à 320 pixels de large et avec un texte espacé, puis de 320 à 1920 pixels de large avec des textes allongés de deux cinquièmes, sans défilement horizontal ni texte coupé.',
      'Les couleurs imposées par le système et la réduction des animations sont prises en compte.',
    ],
    gapsTitle: 'Ce qui n’est pas accessible, ou pas vérifié',
    gaps: [
      'Aucune personne utilisant un lecteur d’écran au quotidien n’a encore essayé le service.',
      'La page où s’écrit la synthèse n’a pas été vérifiée dans tous ses états.',
      'Le grand écran, fait pour être projeté, ne s’adapte pas au zoom ; tout ce qu’il montre est aussi sur la page de chaque participante et participant.',
      'La matrice effet et effort est une image ; ses valeurs sont données en texte à côté d’elle.',
      'Ce qu’écrivent les participantes et participants est affiché tel quel, sans indication de changement de langue.',
    ],
    contactTitle: 'Nous écrire',
    contactText:
      'Si quelque chose vous empêche de participer, dites-le : une autre manière de prendre part vous sera proposée, pendant la séance si possible.',
    contactMissing: 'Adressez-vous à la personne qui vous a invité à la séance.',
    remediesTitle: 'Voies de recours',
    remedies: [
      'Si vous avez signalé un défaut et n’avez pas reçu de réponse satisfaisante, vous pouvez écrire au Défenseur des droits (defenseurdesdroits.fr), ou contacter son délégué dans votre région.',
      'Par téléphone : 09 69 39 00 00. Par courrier, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
    ],
    declared: (date) => `Déclaration établie le ${date}.`,
  },
  en: {
    title: 'Accessibility statement',
    about: (organisation, site) =>
      `${organisation ?? 'The body that runs this service'} is committed to making ${site ?? 'this workshop service'} accessible, as the European directive 2016/2102 asks of public bodies.`,
    stateTitle: 'Compliance status',
    state: {
      none: 'Not compliant.',
      partial: 'Partially compliant with RGAA 4.1.2 and WCAG 2.2 AA.',
      full: 'Fully compliant with RGAA 4.1.2 and WCAG 2.2 AA.',
    },
    notAudited: 'No compliance audit has been made.',
    audited: (by, date, percent) => `The audit by ${by} on ${date} found ${percent}% of the criteria met.`,
    checkedTitle: 'What was checked, and how',
    checkedText: 'The people who develop the software made these checks; they do not replace an audit.',
    checked: [
      'With each version, an automatic tool (axe) goes over the pages of participants, facilitators, moderators and organisers and the big screen, at every step and in every state, in a real browser; whatever it finds, serious or not, stops the version.',
      'With each version, a whole agenda is run by keyboard alone.',
      'The contrast of every colour, in the light and the dark theme, is calculated.',
      'With each version, the same pages, but for the big screen, are shown enlarged to 200%, 320 pixels wide and with text spaced out, then from 320 to 1920 pixels wide with texts two fifths longer, without sideways scrolling or text cut off.',
      'The system’s own colours and reduced motion are respected.',
    ],
    gapsTitle: 'What is not accessible, or not checked',
    gaps: [
      'Nobody who uses a screen reader every day has tried the service yet.',
      'The page where the summary is written has not been gone over in every state.',
      'The big screen, made to be projected, does not adapt to zoom; all that it shows is also on each participant’s page.',
      'The matrix of impact and effort is a picture; its values are given as text beside it.',
      'What participants write is shown as it is, without marking changes of language.',
    ],
    contactTitle: 'Tell us',
    contactText:
      'If something keeps you from taking part, say so: another way to take part will be offered, during the workshop if possible.',
    contactMissing: 'Turn to the person who invited you to the workshop.',
    remediesTitle: 'Remedies',
    remedies: [
      'If you have reported a defect and received no satisfactory answer, you may turn to the body that watches over accessibility in your country; in France, the Défenseur des droits (defenseurdesdroits.fr).',
    ],
    declared: (date) => `Statement made on ${date}.`,
  },
};
